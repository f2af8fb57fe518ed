import { createHash } from 'node:crypto';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { ProblemError } from '../../http/problem-error.ts';

/**
 * Counts one answer from an address. Only a digest of address and survey is kept, for as long as the counter runs.
 * @throws ProblemError `too-many-attempts`
 */
export async function countSubmission(
  limiter: RateLimiterAbstract,
  from: { address: string; surveyId: string },
): Promise<void> {
  const digest = createHash('sha256').update(`${from.surveyId} ${from.address}`).digest('base64url');
  try {
    await limiter.consume(`survey:${digest}`);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new ProblemError('too-many-attempts', { values: { seconds } });
  }
}
