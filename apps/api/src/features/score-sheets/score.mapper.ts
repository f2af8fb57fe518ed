import type { Evidence, Score } from '@gongping/contracts';
import type { Asked } from './judge-write.ts';
import { missingOf } from './missing.ts';
import type { Cell } from './sheets.access.ts';
import { trimDecimal } from './decimal.ts';

/** What is kept of a score, or of a rating. */
type KeptRow = Asked & {
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedByName: string;
};

/** A leaf without a row was never touched: unscored, revision 0. */
export function toScore(cell: Cell, row: KeptRow | undefined, evidence: Evidence[]): Score {
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
    missing: missingOf({ ...facts, marks: row?.marks ?? null }, marked, evidence.length),
    evidence,
  };
}
