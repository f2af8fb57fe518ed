/** Lines that only one of two texts has, by their index in it. */
export interface LineDifference {
  /** Of the first. */
  readonly removed: number[];
  /** Of the second. */
  readonly added: number[];
}

/**
 * Compares two texts line by line, wherever a line stands: a list that was sorted anew has not changed. A line that
 * occurs three times in one and twice in the other is removed once.
 */
export function compareLines(first: string, second: string): LineDifference {
  const [before, after] = [splitLines(first), splitLines(second)];
  return { removed: without(before, after), added: without(after, before) };
}

export function splitLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function without(lines: readonly string[], others: readonly string[]): number[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.flatMap((line, index) => {
    const count = left.get(line) ?? 0;
    if (count === 0) return [index];
    left.set(line, count - 1);
    return [];
  });
}
