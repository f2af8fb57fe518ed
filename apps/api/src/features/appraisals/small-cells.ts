/** Fewer answers than this are not told apart in public: whoever knows one of them would learn about the others. */
const fewest = 5;

export const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < fewest;

/** Cells by name; those that are blank already have no number. */
export type Cells = ReadonlyMap<string, number>;

/**
 * Which cells of a row with a known total are left blank: the small ones, and the next larger ones besides until what
 * is blank cannot be worked out from the total (one cell alone could) nor is itself a small group.
 *
 * @param atLeast blank cells where there are any: one more than there are equations between them
 * @param small whether there is something small beside these cells that hangs on them
 */
export function blankCells(cells: Cells, atLeast = 2, small = false): Set<string> {
  const sorted = [...cells].filter(([, count]) => count > 0).sort((a, b) => a[1] - b[1]);
  if (!small && !sorted.some(([, count]) => isSmall(count))) return new Set();
  const blank = new Set<string>();
  let sum = 0;
  for (const [code, count] of sorted) {
    if (!isSmall(count) && blank.size >= atLeast && sum >= fewest) break;
    blank.add(code);
    sum += count;
  }
  return blank;
}
