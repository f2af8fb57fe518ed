import type { Database } from '@gongping/db';
import * as repository from './survey.repository.ts';

/**
 * How full a channel is, as of now and until the transaction ends: whoever else wants a place waits meanwhile.
 * @returns undefined where there is no such channel
 */
export async function holdQuota(
  tx: Database,
  at: { surveyId: string; channel: string },
): Promise<{ paused: boolean; quota: number | null; taken: number } | undefined> {
  await repository.lockQuota(tx, at);
  // A statement of its own: it sees what those who held the lock before have stored.
  const found = await repository.findChannel(tx, at);
  return found && { paused: found.channel.paused, quota: found.channel.quota, taken: found.taken };
}
