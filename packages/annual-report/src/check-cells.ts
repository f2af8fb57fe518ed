import { blanksAmong, cellAt, cellLabel, cellsOfRow } from './cells.ts';
import type { FormColumn } from './form.ts';
import { rowsOf, tableNames } from './forms.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { nameCells } from './name-cells.ts';
import type { AnnualReport } from './report.ts';

const faultOf = (
  value: number,
  { measure }: FormColumn,
): 'not-a-count' | 'not-an-amount' | 'not-whole' | null => {
  if (measure === 'amount') return value < 0 ? 'not-an-amount' : null;
  if (measure === 'change') return Number.isInteger(value) ? null : 'not-whole';
  return Number.isInteger(value) && value >= 0 ? null : 'not-a-count';
};

/** H0: counts are whole numbers from 0, amounts are not negative; told only where it fails. */
export const checkMeasures = (report: AnnualReport): readonly Finding[] =>
  tableNames.flatMap((table) =>
    rowsOf(report.form, table).flatMap(({ key: row, columns }) =>
      columns.flatMap((head, column): Finding[] => {
        const cell = { table, row, column };
        const actual = cellAt(report, cell);
        const code = actual === null ? null : faultOf(actual, head);
        if (actual === null || code === null) return [];
        const params = { cell: cellLabel(report, cell), actual };
        return [finding('H0', 'fail', { where: `${table} / ${row}`, cells: [cell], actual, code, params })];
      }),
    ),
  );

/** W6: a blank cell is not a 0; a finding for each row with blank cells. */
export const checkBlanks = (report: AnnualReport): readonly Finding[] => {
  const found = tableNames.flatMap((table) =>
    rowsOf(report.form, table).flatMap(({ key: row }): Finding[] => {
      const cells = blanksAmong(report, cellsOfRow(report, { table, row }));
      if (cells.length === 0) return [];
      const params = { cells: nameCells(report, cells) };
      return [finding('W6', 'warning', { where: `${table} / ${row}`, cells, code: 'blank', params })];
    }),
  );
  return found.length > 0
    ? found
    : [finding('W6', 'pass', { where: tableNames.join(' / '), code: 'nothing-wrong' })];
};
