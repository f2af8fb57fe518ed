import type { Language, ResponseState } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { moveStates } from '../appraisals/move-states.ts';
import { appendAudit } from '../audit/audit.service.ts';
import * as repository from './held.repository.ts';
import { becomes, openDecisions } from './open-decisions.ts';

/**
 * Gives answers back the state that they had before a decision; those about which something else was decided since stay
 * as they are. A decision that was undone already changes nothing.
 *
 * @returns how many answers have another state now
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`
 */
export async function undoDecision(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; id: string; language: Language; requestId: string },
): Promise<{ changed: number }> {
  return db.transaction(async (tx) => {
    const { assessmentId, survey } = await openDecisions(tx, actor, args);
    const decision = await repository.lockDecision(tx, survey.id, args.id);
    if (!decision) throw new ProblemError('not-found');
    if (decision.undoneAt !== null) return { changed: 0 };
    const former = new Map<string, ResponseState>();
    for (const state of ['counted', 'held', 'refused'] as const)
      for (const id of decision.responses[state] ?? []) former.set(id, state);
    const rows = await repository.listByIds(tx, survey.id, [...former.keys()]);
    const changes = rows
      .filter(({ state }) => state === becomes[decision.decision])
      .flatMap(({ id, signs }) => {
        const state = former.get(id);
        return state === undefined ? [] : [{ id, signs, state }];
      });
    const { length: changed } = await moveStates(tx, survey, changes);
    const now = clock();
    await repository.markUndone(tx, survey.id, { id: decision.id, at: now });
    await appendAudit(tx, {
      scope: assessmentId,
      at: now,
      actor,
      action: 'response.undo',
      subject: 'survey',
      before: { decision: decision.decision, at: decision.decidedAt.toISOString() },
      after: { changed },
      reason: decision.reason,
      requestId: args.requestId,
    });
    return { changed };
  });
}
