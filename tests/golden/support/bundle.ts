import type { MethodInput } from '@gongping/scoring';
import { stringify } from 'csv-stringify/sync';
import { cell, type PublishedRow } from './fixture.ts';

type TableRow = Readonly<Record<string, string | number>>;

/** What a bundle is made of, by the columns of its files; what is left out takes the format's default. */
export interface BundleTables {
  readonly units: readonly TableRow[];
  readonly indicators: readonly TableRow[];
  readonly scores: readonly TableRow[];
  readonly method: MethodInput;
  /** Components' files: name → `unit,value` rows. */
  readonly components?: Readonly<Record<string, readonly TableRow[]>>;
}

/** The files of a bundle: name → text. */
export type BundleText = Readonly<Record<string, string>>;

export function bundleText({ units, indicators, scores, method, components = {} }: BundleTables): BundleText {
  const further = Object.entries(components).map(([name, rows]) => [name, csv(rows)]);
  return {
    'units.csv': csv(units),
    'indicators.csv': csv(indicators),
    'scores.csv': csv(scores),
    'method.json': JSON.stringify({ version: 1, ...method }),
    ...Object.fromEntries(further),
  };
}

/** Rows `unit,indicator,value` of a table with a row for each unit and a column for each leaf, cells as printed. */
export function scoresOf(
  table: readonly PublishedRow[],
  leaves: readonly string[],
  unitOf: (row: PublishedRow) => string,
): TableRow[] {
  return table.flatMap((row) =>
    leaves.map((indicator) => ({ unit: unitOf(row), indicator, value: cell(row, indicator) })),
  );
}

/** A header with every column that some row has; a cell that its row does not have is empty. */
function csv(rows: readonly TableRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify([...rows], { header: true, columns });
}
