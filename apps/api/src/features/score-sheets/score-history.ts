import { scoreState, type scoreHistory } from '@gongping/contracts';
import { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { AuditFact } from '../audit/audit.service.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { trimDecimal } from './decimal.ts';
import type { NewScoreRow } from './score.repository.ts';
import { findCell, openSheets, type Cell } from './sheets.access.ts';

/** How the audit log names a cell: `score C04/A1-2`. */
export function scoreSubject(unitCode: string, indicatorCode: string): string {
  return `score ${unitCode}/${indicatorCode}`;
}

/** What the audit log keeps of a score. */
export function scoreFacts({
  state,
  marks,
  input,
  reason,
}: Pick<NewScoreRow, 'state' | 'marks' | 'input' | 'reason'>) {
  return { state, marks: marks === null ? null : trimDecimal(marks), input, reason };
}

/** The entry of the log that tells of a score written. */
export function scoreWritten(
  { unit, leaf }: Cell,
  {
    before,
    after,
    actor,
    requestId,
  }: { before: NewScoreRow | null; after: NewScoreRow; actor: Actor; requestId: string },
): AuditFact {
  return {
    scope: after.assessmentId,
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

const keptFacts = z.object({ state: scoreState, marks: z.string().nullable(), reason: z.string() });

/** How a cell came to its score, oldest first. @throws ProblemError `not-found`, `unit-not-assessed` */
export async function readScoreHistory(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string; indicator: string },
): Promise<z.infer<typeof scoreHistory>> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { unit, leaf } = findCell(sheets, wanted);
  const subject = scoreSubject(unit.code, leaf.row.code);
  const rows = await subjectHistory(db, sheets.assessment.id, subject);
  return {
    entries: rows.map((row) => ({
      at: row.at.toISOString(),
      by: row.actorName,
      from: row.before === null ? null : keptFacts.parse(row.before),
      to: keptFacts.parse(row.after),
    })),
  };
}
