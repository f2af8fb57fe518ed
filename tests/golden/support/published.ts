import { readFileSync } from 'node:fs';

/** A published set as JSON, of the shape that the test says; where it came from is in its `source`. */
export function published<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')) as T;
}

/** Subjects × raters from a table of how often the first rater's category (down) met the second's (across). */
export function pairsOf(table: readonly (readonly number[])[]): [number, number][] {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [number, number] => [i + 1, j + 1])),
  );
}
