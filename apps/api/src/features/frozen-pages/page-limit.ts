import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { ProblemError } from '../../http/problem-error.ts';

/**
 * Counts a page that a person has fetched: the server is no one's way to flood a site.
 * @throws ProblemError `too-many-attempts`
 */
export async function countPage(limiter: RateLimiterAbstract, userId: string): Promise<void> {
  try {
    await limiter.consume(`page:${userId}`);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new ProblemError('too-many-attempts', { values: { seconds } });
  }
}
