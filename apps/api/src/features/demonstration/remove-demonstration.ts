import type { DemonstrationRemoval } from '@gongping/contracts';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { createAdministratorLink } from '../users/create-one-time-link.ts';
import { hasActiveOrganiser } from '../users/organisers.ts';
import { demonstrationUsernames } from './demonstration-accounts.ts';
import * as removal from './demonstration-removal.repository.ts';
import { removedAction } from './demonstration.service.ts';
import * as repository from './demonstration.repository.ts';

/**
 * Removes the demonstration with its accounts, for good: it is not loaded again at the next start. Where nobody is
 * left who can administer the platform, a link for a first administrator comes back.
 * @throws ProblemError `forbidden`; `not-found` where it is not loaded
 */
export async function removeDemonstration(
  { db, clock, memory }: Dependencies,
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<DemonstrationRemoval> {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  const now = clock();
  const removed = await db.transaction(async (tx) => {
    await repository.lockDemonstration(tx);
    const ids = await repository.listDemonstrationIds(tx);
    if (ids.length === 0) throw new ProblemError('not-found');
    await removal.deleteCityReports(tx);
    await removal.deleteAssessments(tx, ids);
    await removal.deleteReports(tx);
    const accounts = await removal.deleteAccounts(tx, demonstrationUsernames, now);
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: removedAction,
      subject: 'demonstration',
      before: { assessments: ids.length, accounts },
      reason: '',
      requestId,
    });
    return { link: (await hasActiveOrganiser(tx)) ? null : await createAdministratorLink(tx, now) };
  });
  memory.publishedMark.forget();
  return removed;
}
