import { claimLacks, type Claim, type ClaimProgress, type Evidence } from '@gongping/contracts';
import { trimDecimal } from '../score-sheets/decimal.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import type { ClaimRow } from './claim.repository.ts';
import type { ReopeningRow, SubmissionRow } from './claim-stand.repository.ts';

/** A leaf without a row was never touched: unscored, revision 0. */
export function toClaim(cell: Cell, row: ClaimRow | undefined, evidence: Evidence[]): Claim {
  const { unit, leaf } = cell;
  const marks = row?.marks ? trimDecimal(row.marks) : null;
  const reason = row?.reason ?? '';
  return {
    unitId: unit.id,
    indicator: leaf.row.code,
    state: row?.state ?? 'unscored',
    input: (row?.input ?? null) as Claim['input'],
    marks,
    fullMarks: trimDecimal(cell.fullMarks),
    reason,
    revision: row?.revision ?? 0,
    updatedAt: row?.updatedAt.toISOString() ?? null,
    updatedBy: row?.updatedByName ?? null,
    missing: claimLacks({
      method: leaf.rule.method,
      marks: marks === null ? null : Number(marks),
      reason,
      evidence: evidence.length,
    }),
    evidence,
  };
}

export function toSubmission(row: SubmissionRow | undefined): ClaimProgress['submission'] {
  if (!row) return null;
  return {
    submittedAt: row.submittedAt.toISOString(),
    submittedBy: row.submittedByName,
    reason: row.reason,
  };
}

export function toReopening(row: ReopeningRow | undefined): ClaimProgress['reopening'] {
  if (!row) return null;
  const { lastDay, reason, reopenedAt, reopenedByName } = row;
  return { reopenedAt: reopenedAt.toISOString(), reopenedBy: reopenedByName, lastDay, reason };
}
