import {
  carriedOn,
  describeFinding,
  rowsOf,
  tableNames,
  type AnnualReport,
  type Finding,
  type FormName,
} from '@gongping/annual-report';
import type { ReportFinding } from '@gongping/contracts';
import { formatDecimal } from '@gongping/scoring';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { cellKey, wrongCells, type TableTexts } from '#lib/statutory-table/grid.ts';
import type { CellMark } from '#lib/statutory-table/StatutoryTable.svelte';

interface Placed {
  readonly status: Finding['status'];
  readonly check: string;
  readonly cells: Finding['cells'];
}

/** Cells to look at: those that no number stands in, that fail a check, that one warns of, or that were carried over. */
export function marksOf(of: {
  readonly form: FormName;
  readonly tables: TableTexts;
  readonly findings: readonly Placed[];
  readonly carried: ReadonlySet<string>;
}): Map<string, CellMark> {
  const marks = new Map<string, CellMark>([...of.carried].map((key) => [key, 'carried']));
  const put = (status: Placed['status'], mark: CellMark) => {
    for (const finding of of.findings) {
      // Blank cells speak for themselves.
      if (finding.status !== status || finding.check === 'W6') continue;
      for (const cell of finding.cells) marks.set(cellKey(cell), mark);
    }
  };
  put('warning', 'warning');
  put('fail', 'fail');
  for (const table of tableNames) {
    for (const key of wrongCells(of.form, table, of.tables[table])) marks.set(key, 'wrong');
  }
  return marks;
}

/** Cells of 上年结转 that say what last year's report carried on. */
export function carriedCells(report: AnnualReport, previous: AnnualReport | null): Set<string> {
  const carried = carriedOn(previous);
  const row = report.table3['R2'] ?? [];
  return new Set(
    (carried ?? []).flatMap((cell, column) =>
      cell !== null && row[column] === cell ? [cellKey({ table: 'table3', row: 'R2', column })] : [],
    ),
  );
}

/** Whether the row 上年结转 says something else than what last year's report carried on. */
export function mayCarryOver(report: AnnualReport, previous: AnnualReport | null): boolean {
  const carried = carriedOn(previous);
  if (carried === null) return false;
  return (
    rowsOf(report.form, 'table3').some(({ key }) => key === 'R2') &&
    carried.some((cell, column) => (report.table3['R2']?.[column] ?? null) !== cell)
  );
}

/** A finding in the words of the page's language, as the API tells those of what was filed. */
export function wordedFinding(finding: Finding): ReportFinding {
  const language = getLocale() === 'en' ? 'en' : 'zh';
  const { check, status, where, cells } = finding;
  const message = describeFinding(finding, { language, format: formatDecimal });
  return { check, status, where, cells: cells.map((cell) => ({ ...cell })), message };
}

/** So many rows with blank cells are named one by one; of more, only how many cells. */
const MOST_BLANK_ROWS = 3;

/** Findings of this kind as they are listed; blank cells of many rows are one, which begins at the first of them. */
export function listedFindings(
  findings: readonly ReportFinding[],
  status: ReportFinding['status'],
): ReportFinding[] {
  const listed = findings.filter((finding) => finding.status === status);
  const blank = listed.filter(({ check }) => check === 'W6');
  const [first] = blank;
  if (first === undefined || blank.length <= MOST_BLANK_ROWS) return listed;
  const cells = blank.flatMap((finding) => finding.cells);
  const merged = { ...first, cells, message: m.reports_blank_cells({ count: cells.length }) };
  return listed.flatMap((finding) =>
    finding === first ? [merged] : finding.check === 'W6' ? [] : [finding],
  );
}
