import type { Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { ownEvidence } from './evidence-keepers.ts';
import { toEvidence } from './evidence.mapper.ts';
import { evidenceSubject } from './evidence-place.ts';
import * as repository from './evidence.repository.ts';

/**
 * Takes evidence off its place. Row and file are kept for the audit, and no longer shown.
 * @throws ProblemError `not-found` where it is not there or not the person's, and what closes the place
 */
export async function removeEvidence(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; id: string; language: Language; requestId: string },
): Promise<void> {
  const { row, place } = await ownEvidence(db, actor, { ...args, clock });
  const now = clock();
  await db.transaction(async (tx) => {
    await place.hold(tx);
    if (!(await repository.markRemoved(tx, row.id, now))) throw new ProblemError('not-found');
    await appendAudit(tx, {
      scope: place.assessmentId,
      at: now,
      actor,
      action: 'evidence.remove',
      subject: evidenceSubject(place),
      before: toEvidence(row),
      reason: '',
      requestId: args.requestId,
    });
  });
}
