import type { Database } from '@gongping/db';
import { countByChannel } from './answer-counts.repository.ts';
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
  if (!found) return undefined;
  const counts = await countByChannel(tx, at.surveyId);
  return { paused: found.paused, quota: found.quota, taken: takenOf(counts, at.channel) };
}

/** Answers that count against a channel's quota: those held back do not. */
export function takenOf(counts: Awaited<ReturnType<typeof countByChannel>>, channel: string): number {
  return counts.find((one) => one.channel === channel && one.state === 'counted')?.responses ?? 0;
}
