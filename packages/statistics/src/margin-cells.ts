import { addSum, addTerm, valueOf, type ExactSum } from './exact-sum.ts';
import type { MarginCell } from './mean-to-margins.ts';
import type { Margins } from './weighting.ts';

/** An item by which answers are weighted: the codes of its options, by their places. */
export interface MarginItem {
  readonly item: string;
  readonly options: readonly string[];
}

/** Cell (see {@link cellKey}) → respondents with a score in it, and the sum of their scores. */
export type CellTally = Record<string, { count: number; sum: ExactSum }>;

/** Ends a code in a key: none has it in it, and no key is the name of a property that every object has. */
const end = ';';

/** The options chosen, one an item, in the order of the items; null where one of them is not answered. */
export function cellKey(options: readonly (string | undefined)[]): string | null {
  let key = '';
  for (const option of options) {
    if (option === undefined) return null;
    key += option + end;
  }
  return key;
}

export function addToCell(cells: CellTally, key: string, score: { value: number; times: number }): void {
  const cell = (cells[key] ??= { count: 0, sum: [0, 0] });
  cell.count += score.times;
  addTerm(cell.sum, score.value, score.times);
  // Sums are exact: what was taken out again leaves nothing.
  if (cell.count === 0) delete cells[key];
}

export function addCells(to: CellTally, other: Readonly<CellTally>): void {
  for (const [key, { count, sum }] of Object.entries(other)) {
    const cell = (to[key] ??= { count: 0, sum: [0, 0] });
    cell.count += count;
    addSum(cell.sum, sum);
    if (cell.count === 0) delete to[key];
  }
}

/**
 * The cells that the margins know, with the categories that their keys name.
 * @param variables items in the order in which the keys have them
 */
export function cellsWithin(
  cells: Readonly<CellTally>,
  variables: readonly string[],
  margins: Margins,
): MarginCell[] {
  return Object.entries(cells).flatMap(([key, { count, sum }]) => {
    const codes = key.split(end);
    const categories = variables.map((variable, at) => [variable, codes[at] ?? ''] as const);
    const known = categories.every(([variable, category]) => (margins[variable]?.[category] ?? 0) > 0);
    return known ? [{ categories: Object.fromEntries(categories), count, sum: valueOf(sum) }] : [];
  });
}
