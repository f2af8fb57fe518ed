import type { Evidence, Score } from '@gongping/contracts';
import { missingOf } from './missing.ts';
import type { ScoreRow } from './score.repository.ts';
import type { Cell } from './sheets.access.ts';
import { trimDecimal } from './decimal.ts';

/** A leaf without a row was never touched: unscored, revision 0. */
export function toScore(cell: Cell, row: ScoreRow | undefined, evidence: Evidence[]): Score {
  const { unit, leaf } = cell;
  const facts = { state: row?.state ?? 'unscored', input: row?.input ?? null, reason: row?.reason ?? '' };
  const marked = { rule: leaf.rule, fullMarks: Number(cell.fullMarks) };
  return {
    unitId: unit.id,
    indicator: leaf.row.code,
    ...facts,
    input: facts.input as Score['input'],
    marks: row?.marks ? trimDecimal(row.marks) : null,
    fullMarks: trimDecimal(cell.fullMarks),
    revision: row?.revision ?? 0,
    updatedAt: row?.updatedAt.toISOString() ?? null,
    updatedBy: row?.updatedByName ?? null,
    missing: missingOf(facts, marked, evidence.length),
    evidence,
  };
}
