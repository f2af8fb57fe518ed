import { isOpen, type ArbitrationFile, type arbitrationRuling, type Language } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { invalidInput } from '../score-sheets/invalid-input.ts';
import { checkWrite } from '../score-sheets/check-write.ts';
import { putScores } from '../score-sheets/put-scores.ts';
import { holdPhase, lockUnitRatings } from '../score-sheets/ratings.service.ts';
import { findCell } from '../score-sheets/sheets.access.ts';
import { closeCase } from './case.repository.ts';
import { isNeutral, openCases } from './cases.access.ts';
import { caseSubject } from './open-arbitration.ts';
import { keyOfCell, readRatedFacts, scoreOf } from './rating-views.ts';
import { readArbitrationFile } from './read-cases.ts';

export interface RulingArgs {
  readonly slug: string;
  /** Codes of the unit and the leaf. */
  readonly unit: string;
  readonly indicator: string;
  readonly ruling: z.infer<typeof arbitrationRuling>;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Rules a case: the score is the reviewer's, with the reason for it, and the case is closed. As long as the phase is
 * open a ruling can be put right in the same way.
 *
 * @throws ProblemError `not-found`, `forbidden`, `own-rating` where the person is one of the raters or belongs to the
 *   unit, `wrong-phase`, `invalid-input`, `stale` with the case as it stands
 */
export async function ruleCase(deps: Dependencies, actor: Actor, args: RulingArgs): Promise<ArbitrationFile> {
  const { db, clock } = deps;
  const { ruling, language, requestId } = args;
  const sheets = await openCases(db, actor, args.slug);
  const assessmentId = sheets.assessment.id;
  const cell = findCell(sheets, args);
  await db.transaction(async (tx) => {
    const phase = (await holdPhase(tx, assessmentId)) ?? sheets.assessment.phase;
    if (!isOpen('arbitration.rule', phase)) throw wrongPhase(phase, 'rulingClosed', language);
    await lockUnitRatings(tx, assessmentId, cell.unit.id);
    const facts = await readRatedFacts(tx, sheets, [cell]);
    const row = facts.cases.get(keyOfCell(cell));
    if (!row) throw new ProblemError('not-found');
    if (!isNeutral(sheets, cell, facts)) throw new ProblemError('own-rating');
    if (ruling.state === 'unscored') throw invalidInput('state', 'input-missing', language);
    const asked = checkWrite(cell, ruling, { language });
    if (scoreOf(facts, cell).revision !== ruling.expectedRevision) {
      const current = await readArbitrationFile({ db: tx }, actor, args);
      throw new ProblemError('stale', { values: { name: row.ruledByName ?? '' }, current });
    }
    const now = clock();
    const by = { assessmentId, actor, now, requestId, action: 'score.rule' as const };
    await putScores(tx, [{ cell, asked, origin: 'arbitration' }], by);
    await closeCase(tx, row.id, { reason: ruling.reason, ruledBy: actor.id, ruledAt: now });
    await appendAudit(tx, {
      scope: assessmentId,
      at: now,
      actor,
      action: 'arbitration.rule',
      subject: caseSubject(cell),
      after: { state: asked.state, marks: asked.marks },
      reason: ruling.reason,
      requestId,
    });
  });
  return readArbitrationFile(deps, actor, args);
}
