import { scoreState, type scoreHistory, type Slot } from '@gongping/contracts';
import { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { AuditFact } from '../audit/audit.service.ts';
import { historyOfSubjects } from '../audit/read-audit.ts';
import { trimDecimal } from './decimal.ts';
import type { Asked } from './judge-write.ts';
import { findCell, openSheets, type Cell, type Sheets } from './sheets.access.ts';

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

const keptFacts = z.object({ state: scoreState, marks: z.string().nullable(), reason: z.string() });

/**
 * How a cell came to its score, oldest first. One of two raters who are still blind to each other sees what they
 * wrote themselves; once both have handed in, both ratings and what followed from them.
 * @throws ProblemError `not-found`, `unit-not-assessed`
 */
export async function readScoreHistory(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string; indicator: string },
): Promise<z.infer<typeof scoreHistory>> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const cell = findCell(sheets, wanted);
  const rows = await historyOfSubjects(db, sheets.assessment.id, subjectsFor(sheets, cell));
  return {
    entries: rows.map((row) => ({
      at: row.at.toISOString(),
      by: row.actorName,
      from: row.before === null ? null : keptFacts.parse(row.before),
      to: keptFacts.parse(row.after),
    })),
  };
}

function subjectsFor({ assessment, sight }: Sheets, { unit, leaf }: Cell): string[] {
  const score = scoreSubject(unit.code, leaf.row.code);
  if (!assessment.procedure.doubleScoring) return [score];
  const slots = ([1, 2] as const).filter(
    (slot) => sight.bothHandedIn(unit.id, leaf) || slot === sight.slotOf(unit.id, leaf),
  );
  const own = slots.map((slot) => ratingSubject(unit.code, leaf.row.code, slot));
  return sight.isBlind(unit.id, leaf) ? own : [...own, score];
}
