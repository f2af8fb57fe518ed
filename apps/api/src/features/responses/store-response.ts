import type { Database } from '@gongping/db';
import { holdQuota } from '../surveys/channel-quota.ts';
import * as repository from './response-store.repository.ts';

/** `taken`: its key or its proof was; `full`, `paused`: its channel is by now. */
export type Stored = 'stored' | 'taken' | 'full' | 'paused';

/**
 * Stores an answer of a channel that takes so many at the most. One after the other: so the last place is given once,
 * however many instances there are.
 */
export async function storeWithinQuota(db: Database, row: repository.NewResponse): Promise<Stored> {
  return db.transaction(async (tx) => {
    const held = await holdQuota(tx, { surveyId: row.surveyId, channel: row.channel });
    if (held === undefined || held.paused) return 'paused';
    if (held.quota !== null && held.taken >= held.quota) return 'full';
    return (await repository.insertResponse(tx, row)) ? 'stored' : 'taken';
  });
}
