import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { ProblemError } from '../../http/problem-error.ts';
import type { Sender } from './origin.ts';

/** Refuses addresses from which tokens are tried that are none. */
export interface GuessLimit {
  /**
   * Runs an attempt with a token. Only what is refused with `token-not-valid` is counted against the address: a hall of
   * invited people behind one line goes on.
   * @throws ProblemError `too-many-attempts` once too many were refused, whatever the token
   */
  attempt<T>(sender: Sender, use: () => Promise<T>): Promise<T>;
}

/**
 * Each attempt is counted before it is made and given back if it was none: a thousand guesses sent at once find the limit
 * as one after the other would.
 */
export function limitGuesses(shared: RateLimiterAbstract): GuessLimit {
  return {
    async attempt(sender, use) {
      const key = sender.digest().toString('base64url', 0, 16);
      await consume(shared, key);
      try {
        const found = await use();
        await shared.reward(key);
        return found;
      } catch (error) {
        if (!(error instanceof ProblemError && error.code === 'token-not-valid')) await shared.reward(key);
        throw error;
      }
    },
  };
}

async function consume(shared: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await shared.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new ProblemError('too-many-attempts', { values: { seconds } });
  }
}
