import { blanksAmong, cellAt, cellsOfRow, sumAt } from './cells.ts';
import { rowsOf } from './forms.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { nameCells } from './name-cells.ts';
import type { AnnualReport, CellPlace } from './report.ts';
import { APPLICANT_TOTAL } from './request-table.ts';

const received: CellPlace = { table: 'table3', row: 'R1', column: APPLICANT_TOTAL };

/** W4: a government received at least what its departments received together. */
export const checkDepartments = (
  report: AnnualReport,
  departments: readonly AnnualReport[],
): readonly Finding[] => {
  if (departments.length === 0 || report.unit.kind === 'department') return [];
  const common = { where: 'table3 / R1 / 总计', cells: [received] };
  const actual = cellAt(report, received);
  const parts = departments.map((department) => sumAt(department, [received]));
  if (actual === null || parts.includes(null)) {
    const params = { cells: nameCells(report, [received]) };
    return [finding('W4', 'undecidable', { ...common, actual, code: 'blank-cells', params })];
  }
  const expected = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return actual >= expected
    ? [finding('W4', 'pass', { ...common, expected, actual, code: 'holds', params: { value: actual } })]
    : [
        finding('W4', 'warning', {
          ...common,
          expected,
          actual,
          code: 'fewer-than-departments',
          params: { expected, actual },
        }),
      ];
};

/**
 * W5: a table 3 of nothing but zeros, from a unit where the public comes to a counter.
 *
 * @param hasCounter null where it is not known; governments have one
 */
export const checkAllZero = (report: AnnualReport, hasCounter: boolean | null): readonly Finding[] => {
  const cells = rowsOf(report.form, 'table3').flatMap(({ key }) =>
    cellsOfRow(report, { table: 'table3', row: key }),
  );
  const where = 'table3';
  if (hasCounter === false || cells.some((cell) => (cellAt(report, cell) ?? 0) !== 0)) {
    return [finding('W5', 'pass', { where, code: 'nothing-wrong' })];
  }
  const blanks = blanksAmong(report, cells);
  if (blanks.length > 0) {
    const params = { cells: nameCells(report, blanks) };
    return [finding('W5', 'undecidable', { where, cells: blanks, code: 'blank-cells', params })];
  }
  return hasCounter === true
    ? [finding('W5', 'warning', { where, actual: 0, code: 'all-zero' })]
    : [finding('W5', 'undecidable', { where, actual: 0, code: 'all-zero-counter-unknown' })];
};
