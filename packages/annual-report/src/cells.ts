import { rowsOf } from './forms.ts';
import type { AnnualReport, Cell, CellPlace, LocalText } from './report.ts';

/** Content of a cell; null where it is blank or the report has no such row. */
export const cellAt = (report: AnnualReport, { table, row, column }: CellPlace): Cell =>
  report[table][row]?.[column] ?? null;

/** @returns null where a cell is blank: what a sum would be without it says nothing */
export const sumAt = (report: AnnualReport, places: readonly CellPlace[]): number | null => {
  let sum = 0;
  for (const place of places) {
    const value = cellAt(report, place);
    if (value === null) return null;
    sum += value;
  }
  return sum;
};

export const blanksAmong = (report: AnnualReport, places: readonly CellPlace[]): readonly CellPlace[] =>
  places.filter((place) => cellAt(report, place) === null);

const words: Readonly<Record<CellPlace['table'], LocalText>> = {
  table2: { zh: '表二', en: 'table 2' },
  table3: { zh: '表三', en: 'table 3' },
  table4: { zh: '表四', en: 'table 4' },
};

/** What a person calls a cell: its table, row and column. */
export const cellLabel = (report: AnnualReport, { table, row, column }: CellPlace): LocalText => {
  const found = rowsOf(report.form, table).find(({ key }) => key === row);
  const head = found?.columns[column]?.label;
  return {
    zh: `${words[table].zh}“${found?.label.zh ?? row}”的“${head?.zh ?? column + 1}”`,
    en: `${words[table].en}, ${found?.label.en ?? row}, ${head?.en ?? column + 1}`,
  };
};

/** The cells of a row in the order of the form. */
export const cellsOfRow = (
  report: AnnualReport,
  { table, row }: Pick<CellPlace, 'table' | 'row'>,
): readonly CellPlace[] =>
  (rowsOf(report.form, table).find(({ key }) => key === row)?.columns ?? []).map((_, column) => ({
    table,
    row,
    column,
  }));
