import { blanksAmong, sumAt } from './cells.ts';
import { finding } from './finding.ts';
import type { CheckCode, Finding } from './finding.ts';
import { nameCells } from './name-cells.ts';
import type { AnnualReport, CellPlace } from './report.ts';

/** Last year's report, where it can be compared with; else the finding that says why not. */
export const previousFor = (
  check: CheckCode,
  report: AnnualReport,
  previous: AnnualReport | undefined,
): AnnualReport | Finding => {
  const undecidable = (given: Pick<Finding, 'code'> & Partial<Finding>): Finding =>
    finding(check, 'undecidable', { where: `${report.year - 1}`, ...given });
  if (previous === undefined) return undecidable({ code: 'no-previous' });
  const wanted = report.year - 1;
  if (previous.year === wanted) return previous;
  return undecidable({ code: 'previous-other-year', params: { year: previous.year, wanted } });
};

export interface YearComparison {
  readonly check: CheckCode;
  /** What a difference is: an error or something to look at. */
  readonly otherwise: 'fail' | 'warning';
  readonly code: Finding['code'];
  readonly params: Finding['params'];
  readonly where: string;
  readonly cell: CellPlace;
  /** Cells of last year's report. */
  readonly added: readonly CellPlace[];
  /** Cells of this year that come to them, and that go off them. */
  readonly alsoAdded?: readonly CellPlace[];
  readonly taken?: readonly CellPlace[];
}

/** Whether a cell is what last year's cells (`added`) and this year's (`alsoAdded`, less `taken`) make it. */
export const compareWithLastYear = (
  report: AnnualReport,
  previous: AnnualReport,
  comparison: YearComparison,
): Finding => {
  const { check, otherwise, code, params, where, cell, added, alsoAdded = [], taken = [] } = comparison;
  const [actual, before] = [sumAt(report, [cell]), sumAt(previous, added)];
  const [gained, lost] = [sumAt(report, alsoAdded), sumAt(report, taken)];
  if (actual === null || before === null || gained === null || lost === null) {
    const cells = blanksAmong(report, [cell, ...alsoAdded, ...taken]);
    const named = nameCells(report, cells.length > 0 ? cells : added);
    return finding(check, 'undecidable', {
      where,
      cells,
      actual,
      code: 'blank-cells',
      params: { cells: named },
    });
  }
  const expected = before + gained - lost;
  const common = { where, cells: [cell], expected, actual };
  return expected === actual
    ? finding(check, 'pass', { ...common, code: 'holds', params: { value: actual } })
    : finding(check, otherwise, { ...common, code, params: { ...params, expected, actual } });
};
