import { cellAt, cellsOfRow } from './cells.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { nameCells } from './name-cells.ts';
import type { AnnualReport, LocalText } from './report.ts';

const kinds: Readonly<Record<'county' | 'department', LocalText>> = {
  county: { zh: '县（市、区）', en: 'A county or district' },
  department: { zh: '部门', en: 'A department' },
};

/** H5: 规章 are made by cities with districts and above only (立法法); others have 0 in this row. */
export const checkRulesRow = (report: AnnualReport): readonly Finding[] => {
  const { kind } = report.unit;
  if (kind === 'city') return [];
  const where = 'table2 / rules';
  const cells = cellsOfRow(report, { table: 'table2', row: 'rules' });
  const wrong = cells.filter((cell) => (cellAt(report, cell) ?? 0) !== 0);
  if (wrong.length > 0) {
    const actual = wrong.reduce((sum, cell) => sum + (cellAt(report, cell) ?? 0), 0);
    const common = { where, cells: wrong, expected: 0, actual };
    return kind === null
      ? [finding('H5', 'undecidable', { ...common, expected: null, code: 'rules-kind-unknown' })]
      : [finding('H5', 'fail', { ...common, code: 'rules-not-zero', params: { unit: kinds[kind] } })];
  }
  const blanks = cells.filter((cell) => cellAt(report, cell) === null);
  if (blanks.length > 0) {
    const params = { cells: nameCells(report, blanks) };
    return [finding('H5', 'undecidable', { where, cells: blanks, expected: 0, code: 'blank-cells', params })];
  }
  return [
    finding('H5', 'pass', { where, cells, expected: 0, actual: 0, code: 'holds', params: { value: 0 } }),
  ];
};
