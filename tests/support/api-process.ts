import {
  createApp,
  createGuardedFetch,
  createIntake,
  createMemory,
  evidenceLimits,
  fetchPolicy,
  shareRobustness,
} from '@gongping/api';
import { openDatabase } from '@gongping/db';
import { openPress } from '@gongping/documents';
import { openRobustnessPool } from '@gongping/robustness';
import { BlockList } from 'node:net';
import pino from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { responseLane } from '../../apps/api/src/features/responses/response-lane.ts';
import { listen } from '../../apps/api/src/server/listen.ts';

/*
 * One instance of the API in a process of its own, without the site, on the database at DATABASE_URL. It prints its
 * address when it listens, and believes what the test says of its clients' addresses.
 */
const database = await openDatabase({ url: process.env['DATABASE_URL'] ?? null, dataDir: null, poolSize: 5 });
const none = new RateLimiterMemory({ points: 1_000_000, duration: 1 });
const deps = {
  db: database.db,
  clock: () => new Date(),
  logger: pino({ level: 'silent' }),
  limits: { signIn: none, pages: none },
  intake: createIntake(database),
  memory: createMemory(database.db),
  robustness: shareRobustness(openRobustnessPool(1)),
  press: openPress(),
  fetch: createGuardedFetch(fetchPolicy([])),
  evidenceLimits: evidenceLimits(),
  mail: { enabled: false },
  origin: null,
  ready: () => Promise.resolve(true),
} satisfies Parameters<typeof createApp>[0];
const app = createApp(deps);
const trustedProxies = new BlockList();
trustedProxies.addAddress('127.0.0.1');
const { address } = await listen({
  apiFetch: (request) => app.fetch(request),
  lane: responseLane(deps),
  site: (_request, response) => response.writeHead(404).end(),
  host: '127.0.0.1',
  port: 0,
  trustedProxies,
  origin: null,
});
console.log(address);
