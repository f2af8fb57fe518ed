import type { newReminder } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { appendAudit } from '../audit/audit.service.ts';
import * as repository from './inbox.repository.ts';
import { notify } from './notify.ts';
import { listRoundPeople, placesOfWork, type RoundPerson } from './round-people.ts';

/**
 * Sends the organiser's words to liaisons of units and to evaluators of the round; whoever is neither is passed over.
 * @returns how many people were reminded.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function sendReminder(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  args: { slug: string; reminder: z.infer<typeof newReminder>; requestId: string },
): Promise<number> {
  const { unitIds, evaluatorIds, text } = args.reminder;
  const assessment = await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  const at = clock();
  return db.transaction(async (tx) => {
    const everybody = await listRoundPeople(tx, assessment.id);
    const assigned = await repository.listAssignedEvaluators(tx, assessment.id);
    const people: RoundPerson[] = [
      ...everybody.filter(
        ({ role, units }) => role === 'liaison' && units.some(({ id }) => unitIds.includes(id)),
      ),
      ...assigned
        .filter((userId) => evaluatorIds.includes(userId))
        .map((userId) => ({ userId, role: 'evaluator' as const, units: [] })),
    ];
    const sent = await notify(tx, {
      kind: 'reminder',
      assessmentId: assessment.id,
      userIds: people.map(({ userId }) => userId),
      occasion: args.requestId,
      values: { sender: actor.displayName, text },
      path: placesOfWork(assessment, people),
      at,
    });
    await appendAudit(tx, {
      scope: assessment.id,
      at,
      actor,
      action: 'reminder.send',
      subject: 'reminder',
      after: { people: sent, text },
      reason: '',
      requestId: args.requestId,
    });
    return sent;
  });
}
