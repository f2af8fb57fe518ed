import { sumAt } from '../cells.ts';
import { forms, rowsOf, tableNames } from '../forms.ts';
import type { AnnualReport, CellPlace, FormName, LocalText, TableName } from '../report.ts';

/**
 * `table3 R1 total`, `table3 R1+R2 1`, `table3 R3.3 total`: a table, rows, and a column counted from 1. A row that the form
 * does not have stands for those below it: （三）不予公开 has no subtotal of its own.
 */
const KEY = /^(table[234]) ([\w.]+(?:\+[\w.]+)*) (total|[1-9])$/;

/** True of figures of the report's own tables, which follow them as they are typed. */
export const isTableFigure = (key: string): boolean => /^table[234] /.test(key);

interface Wanted {
  readonly table: TableName;
  readonly rows: readonly string[];
  readonly cells: readonly CellPlace[];
}

const rowsBelow = (form: FormName, table: TableName, row: string): readonly string[] =>
  rowsOf(form, table)
    .map(({ key }) => key)
    .filter((key) => key === row || key.startsWith(`${row}.`));

const wantedOf = (form: FormName, key: string): Wanted | null => {
  const [, name, sum, at] = KEY.exec(key) ?? [];
  const table = tableNames.find((each) => each === name);
  if (table === undefined || sum === undefined || at === undefined) return null;
  const rows = sum.split('+');
  const places = rows.map((row) => rowsBelow(form, table, row));
  const width = rowsOf(form, table).find((row) => row.key === places[0]?.[0])?.columns.length ?? 0;
  const column = at === 'total' ? width - 1 : Number(at) - 1;
  if (places.some((each) => each.length === 0) || column >= width) return null;
  return { table, rows, cells: places.flat().map((row) => ({ table, row, column })) };
};

/** The number that a figure of the report's own tables is; null where a cell is blank or there is no such figure. */
export const tableFigure = (report: AnnualReport, key: string): number | null => {
  const wanted = wantedOf(report.form, key);
  return wanted === null ? null : sumAt(report, wanted.cells);
};

/** Groups of rows that the form names beside them. */
const groupLabel = (form: FormName, table: TableName, row: string): LocalText | null =>
  rowsOf(form, table).find(({ key }) => key.startsWith(`${row}.`))?.group ?? null;

const rowLabel = (form: FormName, table: TableName, row: string): LocalText =>
  rowsOf(form, table).find(({ key }) => key === row)?.label ??
  groupLabel(form, table, row) ?? { zh: row, en: row };

/** What a person calls a figure of the tables; null where there is none of that name. */
export const tableFigureLabel = (form: FormName, key: string): LocalText | null => {
  const wanted = wantedOf(form, key);
  const [first] = wanted?.cells ?? [];
  if (wanted === null || first === undefined) return null;
  const labels = wanted.rows.map((row) => rowLabel(form, wanted.table, row));
  const column = rowsOf(form, wanted.table).find((row) => row.key === first.row)?.columns[first.column]
    ?.label;
  const title = forms[form].tables[wanted.table].title;
  return {
    zh: `${title.zh}：${labels.map(({ zh }) => zh).join(' + ')}，${column?.zh ?? ''}`,
    en: `${title.en}: ${labels.map(({ en }) => en).join(' + ')}, ${column?.en ?? ''}`,
  };
};

/** The figures of the tables that texts usually name, in the order of the form. */
export const usualTableFigures = (form: FormName): readonly string[] => [
  ...['R1', 'R2', 'R1+R2', 'R3.1', 'R3.2', 'R3.3', 'R3.4', 'R3.5', 'R3.6', 'R3.7', 'R4'].map(
    (row) => `table3 ${row} total`,
  ),
  'table3 R1 1',
  ...rowsOf(form, 'table4').map(({ key }) => `table4 ${key} total`),
  'table4 lawsuitDirect+lawsuitAfterReview total',
  ...['review', 'lawsuitDirect', 'lawsuitAfterReview'].flatMap((row) =>
    [1, 2, 3, 4].map((column) => `table4 ${row} ${column}`),
  ),
  ...rowsOf(form, 'table2').flatMap(({ key, columns }) =>
    columns.map((_, column) => `table2 ${key} ${column + 1}`),
  ),
];
