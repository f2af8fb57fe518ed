import type { Slot } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { AuditFact } from '../audit/audit.service.ts';
import { trimDecimal } from './decimal.ts';
import type { Asked } from './judge-write.ts';
import type { Cell } from './sheets.access.ts';

/** How the audit log names a cell: `score C04/A1-2`. */
export function scoreSubject(unitCode: string, indicatorCode: string): string {
  return `score ${unitCode}/${indicatorCode}`;
}

/** What the audit log keeps of a score. */
export function scoreFacts({ state, marks, input, reason }: Asked) {
  return { state, marks: marks === null ? null : trimDecimal(marks), input, reason };
}

/** What was written over what, by whom. `scope`: the id of the assessment. */
export interface Written {
  readonly scope: string;
  readonly before: Asked | null;
  readonly after: Asked & { readonly updatedAt: Date };
  readonly actor: Actor;
  readonly requestId: string;
}

/** As `scoreSubject`, for what one of two blind raters gives: `rating C04/A1-2 2`. */
export function ratingSubject(unitCode: string, indicatorCode: string, slot: Slot): string {
  return `rating ${unitCode}/${indicatorCode} ${slot}`;
}

/** The entry of the log that tells of a rating written. */
export function ratingWritten(cell: Cell, slot: Slot, written: Written): AuditFact {
  const subject = ratingSubject(cell.unit.code, cell.leaf.row.code, slot);
  return { ...scoreWritten(cell, written), action: 'rating.write', subject };
}

/** The entry of the log that tells of a score written. */
export function scoreWritten(
  { unit, leaf }: Cell,
  { scope, before, after, actor, requestId }: Written,
): AuditFact {
  return {
    scope,
    at: after.updatedAt,
    actor,
    action: 'score.write',
    subject: scoreSubject(unit.code, leaf.row.code),
    before: before && scoreFacts(before),
    after: scoreFacts(after),
    reason: after.reason,
    requestId,
  };
}
