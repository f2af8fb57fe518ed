import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

/** One row of a published table: column → cell, as printed. */
export type PublishedRow = Readonly<Record<string, string>>;

/**
 * Rows of a published table; where each came from is in `fixtures/README.md`.
 *
 * @param name path under `tests/golden/fixtures`, for example `composite/hdi2021.csv`
 */
export function fixture(name: string): PublishedRow[] {
  const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
  return parse(text, { columns: true, bom: true });
}

/** @throws RangeError where the table has no such column, so that a misspelt one is not read as a blank cell */
export function cell(row: PublishedRow, column: string): string {
  const text = row[column];
  if (text === undefined) throw new RangeError(`the table has no column ${column}`);
  return text;
}

/** A printed number; null where the cell is blank. */
export function numberAt(row: PublishedRow, column: string): number | null {
  const text = cell(row, column);
  return text === '' ? null : Number(text);
}
