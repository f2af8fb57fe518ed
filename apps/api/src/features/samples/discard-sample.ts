import type { Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { ownSample } from './own-sample.ts';
import { toSample } from './sample.mapper.ts';
import * as repository from './sample.repository.ts';

/**
 * Sets a sample aside, with the reason; it is kept and its reason shown, so that nobody draws until they like what comes.
 * @throws ProblemError `reason-required`, `rating-submitted`, and as `ownSample`
 */
export async function discardSample(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; id: string; reason: string; language: Language; requestId: string },
): Promise<void> {
  const { reason } = args;
  const { row, indicator, subject, assessmentId, hold } = await ownSample(db, actor, args);
  if (reason === '') throw new ProblemError('reason-required');
  const now = clock();
  await db.transaction(async (tx) => {
    await hold(tx);
    const set = { discardedAt: now, discardReason: reason };
    if (!(await repository.changeSample(tx, row, set))) throw new ProblemError('not-found');
    await appendAudit(tx, {
      scope: assessmentId,
      at: now,
      actor,
      action: 'sample.discard',
      subject,
      before: toSample(row, { indicator, writable: true }),
      reason,
      requestId: args.requestId,
    });
  });
}
