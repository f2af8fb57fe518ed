import { CASE_TOTAL } from './case-table.ts';
import { rowsOf } from './forms.ts';
import type { CellPlace, FormName, LocalText } from './report.ts';
import { applicantColumns, APPLICANT_TOTAL } from './request-table.ts';

/** That the cells of one side add up to those of the other (勾稽关系). */
export interface Identity {
  readonly check: 'H1' | 'H2' | 'H3' | 'H4';
  /** The row or column that it is of, in the form's words. */
  readonly of: LocalText;
  readonly where: string;
  readonly left: readonly CellPlace[];
  readonly right: readonly CellPlace[];
}

const requests = (column: number, rows: readonly string[]): CellPlace[] =>
  rows.map((row) => ({ table: 'table3', row, column }));

/** H1, printed in the form: new and carried over = handled and carried on. H2: the results add up to their total. */
const columnIdentities = (form: FormName): Identity[] => {
  const keys = rowsOf(form, 'table3').map(({ key }) => key);
  const results = keys.filter((key) => /^R3\.[1-6]/.test(key));
  return applicantColumns.flatMap(({ label }, column): Identity[] => {
    const common = { of: label, where: `table3 / ${label.zh}` };
    const total = requests(column, ['R3.7']);
    return [
      {
        ...common,
        check: 'H1',
        left: requests(column, ['R1', 'R2']),
        right: requests(column, ['R3.7', 'R4']),
      },
      { ...common, check: 'H2', left: requests(column, results), right: total },
    ];
  });
};

/** H3, H4: the columns of a row before the total add up to it. */
const rowIdentities = (
  form: FormName,
  table: 'table3' | 'table4',
  { check, total }: { readonly check: 'H3' | 'H4'; readonly total: number },
): Identity[] =>
  rowsOf(form, table).map(({ key, label }): Identity => ({
    check,
    of: label,
    where: `${table} / ${key}`,
    left: Array.from({ length: total }, (_, column) => ({ table, row: key, column })),
    right: [{ table, row: key, column: total }],
  }));

/** H1 to H4: 40 equations of the form of 2019, 42 of that of 2021. */
export const identitiesOf = (form: FormName): readonly Identity[] => {
  const columns = columnIdentities(form);
  return [
    ...columns.filter(({ check }) => check === 'H1'),
    ...columns.filter(({ check }) => check === 'H2'),
    ...rowIdentities(form, 'table3', { check: 'H3', total: APPLICANT_TOTAL }),
    ...rowIdentities(form, 'table4', { check: 'H4', total: CASE_TOTAL }),
  ];
};
