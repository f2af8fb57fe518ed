import type { Database } from '@gongping/db';
import type { Press } from '@gongping/documents';
import type { Logger } from 'pino';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { EvidenceLimits } from '../features/evidence/evidence-limits.ts';
import type { Intake } from '../features/responses/intake.ts';
import type { GuardedFetch } from '../outbound/guarded-fetch.ts';
import type { Memory } from '../server/memory.ts';
import type { SharedRobustness } from '../server/shared-robustness.ts';

/** What the application is given; nothing else reaches outside. */
export interface Dependencies {
  readonly db: Database;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly limits: {
    /** Failed sign-ins for an account and for an address. */
    readonly signIn: RateLimiterAbstract;
    /** Pages that a person has the server fetch. */
    readonly pages: RateLimiterAbstract;
  };
  readonly intake: Intake;
  readonly memory: Memory;
  readonly robustness: SharedRobustness;
  /** Prints documents beside the requests, one after the other. */
  readonly press: Press;
  /** Reaches the public web for people who name an address. */
  readonly fetch: GuardedFetch;
  readonly evidenceLimits: EvidenceLimits;
  /** Whether messages go by e-mail too. */
  readonly mail: { readonly enabled: boolean };
  /** Public address of the site, `https://…`; null where it is taken from the request. */
  readonly origin: string | null;
  /** True once every migration is applied; false makes `/readyz` say not ready. */
  readonly ready: () => Promise<boolean>;
}
