import type { Assessment, Language, phaseChange } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { visibleAssessment } from './assessment.access.ts';
import { assessmentFrame } from './assessment-frame.ts';
import * as repository from './assessment.repository.ts';
import { readAssessment } from './assessment.service.ts';
import { countUnscored } from './count-unscored.ts';
import { wrongPhase } from './wrong-phase.ts';

type PhaseChange = z.infer<typeof phaseChange>;
type Row = repository.AssessmentRow;

/**
 * Moves an assessment to another phase. Steps back need a reason; publishing is what leads to `published`, and from
 * there a correction goes back to the scoring.
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
    const changed: Row = { ...row, phase: change.to, method, revision: row.revision + 1 };
    await repository.updateAssessment(tx, changed);
    await appendAudit(tx, {
      scope: row.id,
      at: clock(),
      actor,
      action: 'assessment.phase',
      subject: 'assessment',
      before: { phase: row.phase, unscored: row.method.unscored },
      after: { phase: change.to, unscored },
      reason: change.reason,
      requestId: args.requestId,
    });
    return readAssessment(tx, changed);
  });
}

/** Checks a step. @returns what the method does with unscored leaves from now on. */
async function takeStep(
  tx: Database,
  row: Row,
  { change, language }: { change: PhaseChange; language: Language },
): Promise<Row['method']['unscored']> {
  const step = `${row.phase}→${change.to}` as const;
  switch (step) {
    case 'plan→scoring':
      return 'refuse';
    case 'scoring→plan':
      requireReason(change);
      if ((await repository.countScored(tx, row.id)) > 0) {
        throw wrongPhase(row.phase, 'scoresThere', language);
      }
      return 'refuse';
    case 'scoring→final':
      return closeScoring(tx, row, change);
    case 'final→scoring':
    case 'published→scoring':
      requireReason(change);
      return 'refuse';
    default:
      throw wrongPhase(row.phase, 'noSuchStep', language);
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
