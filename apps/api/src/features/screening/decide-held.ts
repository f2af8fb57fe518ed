import { isOpen, type HeldDecision, type Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { holdCounts, moveStates } from '../appraisals/move-states.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { holdPhase } from '../score-sheets/ratings.service.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import * as repository from './held.repository.ts';

const becomes = { count: 'counted', refuse: 'refused' } as const;

/**
 * Lets answers count that were held, or refuses them; either can be taken back by the other. Signs stay, so that an
 * answer that was let count is not held again.
 *
 * @returns how many answers have another state now
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`
 */
export async function decideHeld(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; decision: HeldDecision; language: Language; requestId: string },
): Promise<{ changed: number }> {
  const { decision } = args;
  return db.transaction(async (tx) => {
    const assessment = await visibleAssessment(tx, actor, { slug: args.slug, roles: ['organiser'] });
    const phase = (await holdPhase(tx, assessment.id)) ?? assessment.phase;
    if (!isOpen('response.decide', phase)) throw wrongPhase(phase, 'screeningClosed', args.language);
    const survey = await surveyOf(tx, assessment.id);
    const questionnaires = await readQuestionnaires(tx, survey);
    const counted = { id: survey.id, method: assessment.appraisalMethod, questionnaires };
    await holdCounts(tx, survey.id);
    const found = await repository.listDecided(tx, survey.id, decision);
    const state = becomes[decision.decision];
    // Answers that nothing speaks against are not for anybody to refuse.
    const changes = found
      .filter((row) => row.signs.length > 0 && row.state !== state)
      .map(({ id, signs }) => ({ id, signs, state }));
    const changed = await moveStates(tx, counted, changes);
    if (changed > 0)
      await appendAudit(tx, {
        scope: assessment.id,
        at: clock(),
        actor,
        action: 'response.decide',
        subject: 'survey',
        before: 'filter' in decision ? { filter: decision.filter } : null,
        after: {
          decision: decision.decision,
          changed,
          ...('responses' in decision ? { responses: changes.map(({ id }) => id).toSorted() } : {}),
        },
        reason: decision.reason,
        requestId: args.requestId,
      });
    return { changed };
  });
}
