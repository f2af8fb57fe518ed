import { rowsOf } from './forms.ts';
import type { AnnualReport, Cell, FormName, Rows, TableName } from './report.ts';

/** Every row of a table, every cell of it blank. */
const blankRows = (form: FormName, table: TableName): Rows =>
  Object.fromEntries(
    rowsOf(form, table).map(({ key, columns }): [string, readonly Cell[]] => [key, columns.map(() => null)]),
  );

/** What the title of a report says: `某区2023年政府信息公开工作年度报告`. */
export const reportTitle = ({ unit, year }: Pick<AnnualReport, 'unit' | 'year'>): string =>
  `${unit.name}${year}年政府信息公开工作年度报告`;

/** The form of a report with nothing in it yet but its title. */
export const blankReport = (of: Pick<AnnualReport, 'form' | 'year' | 'unit'>): AnnualReport => ({
  ...of,
  table2: blankRows(of.form, 'table2'),
  table3: blankRows(of.form, 'table3'),
  table4: blankRows(of.form, 'table4'),
  text: {},
  title: reportTitle(of),
});

/** What last year's report carried on, which is what this year's is carried over with; null where it was not given. */
export const carriedOn = (previous: AnnualReport | null | undefined): readonly Cell[] | null => {
  const row = previous?.table3['R4'];
  return row !== undefined && row.some((cell) => cell !== null) ? row : null;
};

/** A report with what last year's carried on in its row 上年结转. */
export const withCarryOver = (
  report: AnnualReport,
  previous: AnnualReport | null | undefined,
): AnnualReport => {
  const carried = carriedOn(previous);
  return carried === null ? report : { ...report, table3: { ...report.table3, R2: carried } };
};
