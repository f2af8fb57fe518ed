import type { HeldDecision, Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { moveStates, type ChangedResponse } from '../appraisals/move-states.ts';
import { appendAudit } from '../audit/audit.service.ts';
import * as repository from './held.repository.ts';
import { becomes, openDecisions } from './open-decisions.ts';

/**
 * Lets answers count that were held, or refuses them; either can be taken back by the other, or undone. Signs stay, so
 * that an answer that was let count is not held again.
 *
 * @returns how many answers have another state now, and the id by which that can be undone
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`
 */
export async function decideHeld(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; decision: HeldDecision; language: Language; requestId: string },
): Promise<{ changed: number; decision: string | null }> {
  const { decision } = args;
  return db.transaction(async (tx) => {
    const { assessmentId, survey } = await openDecisions(tx, actor, args);
    const found = await repository.listDecided(tx, survey.id, decision);
    const state = becomes[decision.decision];
    // Answers that nothing speaks against are not for anybody to refuse.
    const changes = found
      .filter((row) => row.signs.length > 0 && row.state !== state)
      .map(({ id, signs }) => ({ id, signs, state }));
    const changed = await moveStates(tx, survey, changes);
    if (changed.length === 0) return { changed: 0, decision: null };
    const now = clock();
    const id = newId(now);
    await repository.insertDecision(tx, {
      surveyId: survey.id,
      id,
      decision: decision.decision,
      reason: decision.reason,
      decidedBy: actor.id,
      decidedAt: now,
      responses: byFormerState(changed),
      undoneAt: null,
    });
    await appendAudit(tx, {
      scope: assessmentId,
      at: now,
      actor,
      action: 'response.decide',
      subject: 'survey',
      before: 'filter' in decision ? { filter: decision.filter } : null,
      after: {
        decision: decision.decision,
        changed: changed.length,
        ...('responses' in decision ? { responses: changes.map((change) => change.id).toSorted() } : {}),
      },
      reason: decision.reason,
      requestId: args.requestId,
    });
    return { changed: changed.length, decision: id };
  });
}

function byFormerState(changed: readonly ChangedResponse[]): repository.DecisionRow['responses'] {
  const of = (state: ChangedResponse['from']) => {
    const ids = changed.flatMap(({ id, from }) => (from === state ? [id] : []));
    return ids.length === 0 ? {} : { [state]: ids };
  };
  return { ...of('counted'), ...of('held'), ...of('refused') };
}
