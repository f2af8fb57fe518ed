import type { OpenDatabase } from '@gongping/db';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Dependencies } from '../http/dependencies.ts';

/** Limits that all instances share, since they are counted in the database. */
export function createLimits(pool: OpenDatabase['pool']): Dependencies['limits'] {
  const shared = { storeClient: pool, storeType: 'pool', tableName: 'rate_limits', tableCreated: true };
  return {
    signIn: new RateLimiterPostgres({ ...shared, keyPrefix: 'sign-in', points: 1000, duration: 15 * 60 }),
    // An evaluator keeps a page a minute at the most; a check of many links takes them one after the other.
    pages: new RateLimiterPostgres({ ...shared, keyPrefix: 'page', points: 120, duration: 10 * 60 }),
  };
}
