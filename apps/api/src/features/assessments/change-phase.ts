import {
  phase,
  stepsFrom,
  type Assessment,
  type Language,
  type Phase,
  type phaseChange,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { addWorkingDays } from '../calendar/calendar.service.ts';
import { announcePhase } from '../inbox/announce-phase.ts';
import { visibleAssessment } from './assessment.access.ts';
import { assessmentFrame } from './assessment-frame.ts';
import * as repository from './assessment.repository.ts';
import { readAssessment } from './assessment.service.ts';
import { countUnscored } from './count-unscored.ts';
import { noSuchStep, wrongPhase } from './wrong-phase.ts';

type PhaseChange = z.infer<typeof phaseChange>;
type Row = repository.AssessmentRow;

/**
 * Moves an assessment one step on in its procedure, or back to an earlier phase with a reason. Publishing is what leads
 * to `published`; from there a correction goes back.
 *
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `reason-required`, `unscored-leaves`
 */
export async function changePhase(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; change: PhaseChange; language: Language; requestId: string },
): Promise<Assessment> {
  const { change, language } = args;
  const found = await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  return db.transaction(async (tx) => {
    const row = await repository.lockAssessment(tx, found.id);
    if (!row) throw new ProblemError('not-found');
    const unscored = await takeStep(tx, row, { change, language });
    const method = { ...row.method, unscored };
    const now = clock();
    const term = change.to === 'appeal' ? await appealTerm(tx, row, dayInShanghai(now)) : null;
    const phaseDates = term ? { ...row.phaseDates, appeal: term.dates } : row.phaseDates;
    const changed: Row = { ...row, phase: change.to, phaseDates, method, revision: row.revision + 1 };
    await repository.updateAssessment(tx, changed);
    await appendAudit(tx, {
      scope: row.id,
      at: now,
      actor,
      action: 'assessment.phase',
      subject: 'assessment',
      before: { phase: row.phase, unscored: row.method.unscored },
      after: { phase: change.to, unscored, ...(term && { term }) },
      reason: change.reason,
      requestId: args.requestId,
    });
    await announcePhase(tx, changed, clock());
    return readAssessment(tx, changed);
  });
}

/** Checks a step. @returns what the method does with unscored leaves from now on. */
async function takeStep(
  tx: Database,
  row: Row,
  { change, language }: { change: PhaseChange; language: Language },
): Promise<Row['method']['unscored']> {
  const { next, back } = stepsFrom(row.procedure, row.phase);
  if (back.includes(change.to)) {
    requireReason(change);
    if (change.to === 'plan') await refuseReplanning(tx, row, language);
    // What is unscored is decided again when the scoring is closed again.
    return isBefore(change.to, 'arbitration') ? 'refuse' : row.method.unscored;
  }
  if (change.to !== next) throw noSuchStep(row, language);
  if (row.phase === 'scoring') return closeScoring(tx, row, change);
  await refuseOpenWork(tx, row, language);
  return row.method.unscored;
}

/** Units may appeal from today on for as many working days as the procedure gives, whatever was planned. */
async function appealTerm(tx: Database, { procedure }: Row, today: string) {
  const workingDays = procedure.appealWorkingDays;
  const { end, assumed } = await addWorkingDays(tx, today, workingDays);
  return { dates: { start: today, end }, workingDays, assumed };
}

function isBefore(one: Phase, other: Phase): boolean {
  return phase.options.indexOf(one) < phase.options.indexOf(other);
}

async function refuseReplanning(tx: Database, row: Row, language: Language): Promise<void> {
  if ((await repository.countScored(tx, row.id)) > 0) throw wrongPhase(row.phase, 'scoresThere', language);
  if ((await repository.countClaims(tx, row.id)) > 0) throw wrongPhase(row.phase, 'claimsThere', language);
}

/** A phase in which somebody has to rule is not left before everything is ruled. */
async function refuseOpenWork(tx: Database, row: Row, language: Language): Promise<void> {
  if (row.phase === 'arbitration' && (await repository.countOpenCases(tx, row.id)) > 0) {
    throw wrongPhase(row.phase, 'casesOpen', language);
  }
  if (row.phase === 'appeal' && (await repository.countOpenAppeals(tx, row.id)) > 0) {
    throw wrongPhase(row.phase, 'appealsOpen', language);
  }
}

async function closeScoring(tx: Database, row: Row, change: PhaseChange): Promise<Row['method']['unscored']> {
  const count = await countUnscored(tx, await assessmentFrame(tx, row));
  if (count === 0) return 'refuse';
  if (!change.acceptUnscored) throw new ProblemError('unscored-leaves', { values: { count } });
  requireReason(change);
  return 'exclude';
}

function requireReason({ reason }: PhaseChange): void {
  if (reason === '') throw new ProblemError('reason-required');
}
