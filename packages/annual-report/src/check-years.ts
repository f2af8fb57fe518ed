import { cellLabel } from './cells.ts';
import { compareWithLastYear, previousFor } from './compare-years.ts';
import { rowsOf } from './forms.ts';
import { finding } from './finding.ts';
import type { CheckCode, Finding } from './finding.ts';
import type { AnnualReport, CellPlace } from './report.ts';
import { applicantColumns } from './request-table.ts';

/** No report before that of 2019 has these tables. */
const isFirstYear = ({ year }: AnnualReport): boolean => year <= 2019;

/** S1: what is carried over from last year is what last year's report carried on, in all seven columns. */
export const checkCarryOver = (
  report: AnnualReport,
  previous: AnnualReport | undefined,
): readonly Finding[] => {
  if (previous === undefined && isFirstYear(report)) return [];
  const last = previousFor('S1', report, previous);
  if ('check' in last) return [{ ...last, where: 'table3 / R2' }];
  return applicantColumns.map(({ label }, column) =>
    compareWithLastYear(report, last, {
      check: 'S1',
      otherwise: 'fail',
      code: 'carry-over-broken',
      params: { of: label },
      where: `table3 / R2 / ${label.zh}`,
      cell: { table: 'table3', row: 'R2', column },
      added: [{ table: 'table3', row: 'R4', column }],
    }),
  );
};

/** What a cell of table 2 follows from: cells of its own row, last year's and this year's, by their columns. */
interface Stock {
  readonly check: CheckCode;
  readonly rows: readonly string[];
  readonly column: number;
  readonly added: readonly number[];
  readonly alsoAdded?: readonly number[];
  readonly taken?: readonly number[];
}

/** W1 in force = last year's + issued − repealed; W2 disclosed in all = last year's + newly disclosed; W3 items. */
const stocks: Readonly<Record<AnnualReport['form'], readonly Stock[]>> = {
  v2021: [
    { check: 'W1', rows: ['rules', 'normativeDocuments'], column: 2, added: [2], alsoAdded: [0], taken: [1] },
  ],
  v2019: [
    { check: 'W2', rows: ['rules', 'normativeDocuments'], column: 2, added: [2], alsoAdded: [1] },
    {
      check: 'W3',
      rows: ['licences', 'otherServices', 'penalties', 'coercion', 'fees'],
      column: 0,
      added: [0, 1],
    },
  ],
};

const compareStock = (
  report: AnnualReport,
  last: AnnualReport,
  { check, rows, column, added, alsoAdded = [], taken = [] }: Stock,
): Finding[] =>
  rows.map((row) => {
    const at = (columns: readonly number[]): CellPlace[] =>
      columns.map((each) => ({ table: 'table2', row, column: each }));
    const cell: CellPlace = { table: 'table2', row, column };
    const head = rowsOf(report.form, 'table2').find(({ key }) => key === row)?.columns[column]?.label.zh;
    return compareWithLastYear(report, last, {
      check,
      otherwise: 'warning',
      code: 'stock-differs',
      params: { cell: cellLabel(report, cell) },
      where: `table2 / ${row} / ${head ?? column}`,
      cell,
      added: at(added),
      alsoAdded: at(alsoAdded),
      taken: at(taken),
    });
  });

/** W1 to W3: stocks follow from last year's. The two forms count differently and cannot be compared. */
export const checkStocks = (report: AnnualReport, previous: AnnualReport | undefined): readonly Finding[] => {
  if (previous === undefined && isFirstYear(report)) return [];
  return stocks[report.form].flatMap((stock) => {
    const { check } = stock;
    const last = previousFor(check, report, previous);
    if ('check' in last) return [{ ...last, where: 'table2' }];
    if (last.form !== report.form) {
      return [finding(check, 'undecidable', { where: 'table2', code: 'previous-other-form' })];
    }
    return compareStock(report, last, stock);
  });
};
