import { cell, numberAt, type PublishedRow } from './fixture.ts';
import type { ScoredBundle } from './score-bundle.ts';

/** A figure as the source prints it, for one unit at one node; null where it prints none. */
export interface Figure {
  readonly unit: string;
  readonly node: string;
  readonly value: number | null;
}

/**
 * The figures of a published table with a row for each unit.
 *
 * @param columns node → the column of its figure
 */
export function figuresOf(
  table: readonly PublishedRow[],
  columns: Readonly<Record<string, string>>,
  unitOf: (row: PublishedRow) => string,
): Figure[] {
  return table.flatMap((row) =>
    Object.entries(columns).map(([node, column]) => ({
      unit: unitOf(row),
      node,
      value: numberAt(row, column),
    })),
  );
}

/** The unit's code where a column holds it. */
export const unitIn =
  (column: string) =>
  (row: PublishedRow): string =>
    cell(row, column);

/** Each node under its own name, for tables whose columns are the nodes. */
export const nodesNamed = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

/**
 * The figures that the results do not meet, each as a line that names it. A figure that the source does not print
 * is met by a null only, and a null by nothing else.
 *
 * @param tolerance greatest difference allowed, its bound included; may depend on the figure
 */
export function unmet(
  scored: ScoredBundle,
  figures: readonly Figure[],
  {
    field = 'score',
    tolerance = 0,
  }: { readonly field?: 'score' | 'rank'; readonly tolerance?: number | ((value: number) => number) } = {},
): string[] {
  return figures.flatMap(({ unit, node, value }) => {
    const computed = scored.row(unit, node)[field];
    const met =
      computed === null || value === null
        ? computed === value
        : Math.abs(computed - value) <= (typeof tolerance === 'number' ? tolerance : tolerance(value));
    return met ? [] : [`${unit} at ${node}: ${field} ${computed}, published ${value}`];
  });
}
