import { rowsOf } from '../forms.ts';
import type { AnnualReport, Cell, FormName, Rows, TableName } from '../report.ts';

/** Sums of the same cells of several reports. */
export interface SummedTable {
  readonly rows: Rows;
  /** Cells that are blank in some of the reports, and so in the sum. */
  readonly blanks: number;
}

const PLACES = 1_000_000;

/** Money has decimals: added as whole millionths, so that 0.1 and 0.2 make 0.3. */
const add = (a: number, b: number): number => {
  const sum = a * PLACES + b * PLACES;
  const half = sum < 0 ? -0.5 : 0.5;
  return Number.isInteger(a) && Number.isInteger(b) ? a + b : Math.trunc(sum + half) / PLACES;
};

/** A table added up over reports on the same form; a cell that one of them leaves blank has no sum. */
export const sumReports = (
  form: FormName,
  table: TableName,
  reports: readonly AnnualReport[],
): SummedTable => {
  let blanks = 0;
  const rows = rowsOf(form, table).map(({ key, columns }): [string, readonly Cell[]] => [
    key,
    columns.map((_, column) => {
      const cells = reports.map((report) => report[table][key]?.[column] ?? null);
      const numbers = cells.filter((cell) => cell !== null);
      if (numbers.length === cells.length) return numbers.reduce(add, 0);
      blanks += 1;
      return null;
    }),
  ]);
  return { rows: Object.fromEntries(rows), blanks };
};
