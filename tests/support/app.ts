import {
  createApp,
  createGuardedFetch,
  createIntake,
  createMemory,
  evidenceLimits,
  fetchPolicy,
  shareRobustness,
  type Dependencies,
  type FetchException,
} from '@gongping/api';
import { type OpenDatabase, schema } from '@gongping/db';
import type { Role, RoleGrant } from '@gongping/contracts';
import { openPress } from '@gongping/documents';
import { openRobustnessPool } from '@gongping/robustness';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterAll, beforeAll } from 'vitest';
import { createTestDatabase } from './database.ts';
import { createTestSession } from './session.ts';

export type TestApp = ReturnType<typeof createApp>;

/** A request as a browser on our own pages sends it: text and forms go as they are, anything else as JSON. */
export interface Call {
  (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** What a test file works with: the application on a fresh database, and people to act as. */
export interface Bench {
  readonly app: TestApp;
  readonly database: OpenDatabase;
  /** What the application was given: for another instance of it. */
  readonly deps: Dependencies;
  readonly clock: { now: Date };
  /** Servers of a test that the application may fetch from beside the public web. */
  readonly fetchExceptions: FetchException[];
  /** Somebody without an account. */
  readonly anonymous: Call;
  /** Makes an account with the roles and signs it in. */
  person(
    grants: readonly (Partial<RoleGrant> & { role: Role })[],
    about?: { homeUnitId?: string },
  ): Promise<Person>;
}

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly call: Call;
  /** For requests that are not JSON. */
  readonly cookie: string;
}

/**
 * Opens a database and the application for the tests of this file; both are closed after them.
 * @param given what the application is given instead of the product's own
 * @param open makes its database: one without a row unless told
 */
export function useBench(
  given: Partial<Dependencies> = {},
  open: () => Promise<OpenDatabase> = createTestDatabase,
): Bench {
  let bench: Bench | undefined;
  let database: OpenDatabase | undefined;
  // Starts no thread unless a test asks for robustness.
  const robustness = shareRobustness(openRobustnessPool(2));
  beforeAll(async () => {
    database = await open();
    bench = createBench(database, { robustness, ...given });
  });
  afterAll(async () => {
    robustness.close();
    await database?.close();
  });
  return new Proxy({} as Bench, {
    get: (_target, key) => Reflect.get(bench ?? {}, key) as unknown,
  });
}

function createBench(
  database: OpenDatabase,
  given: Pick<Dependencies, 'robustness'> & Partial<Dependencies>,
): Bench {
  const clock = { now: new Date('2020-10-12T02:00:00Z') };
  const fetchExceptions: FetchException[] = [];
  const deps: Dependencies = {
    db: database.db,
    clock: () => clock.now,
    logger: pino({ level: 'silent' }),
    limits: {
      signIn: new RateLimiterMemory({ points: 1000, duration: 900 }),
      pages: new RateLimiterMemory({ points: 100_000, duration: 60 }),
    },
    // Tests change surveys past the API; what they count, they count themselves.
    intake: createIntake(database, {
      definitionsMaxAgeMs: 0,
      limits: { all: 1_000_000, unproven: 1_000_000, wrongTokens: 1_000_000 },
    }),
    memory: createMemory(database.db, { publishedMaxAgeMs: 0 }),
    press: openPress(),
    fetch: createGuardedFetch(fetchPolicy(fetchExceptions)),
    evidenceLimits: evidenceLimits(),
    mail: { enabled: false },
    origin: null,
    ready: () => Promise.resolve(true),
    ...given,
  };
  const app = createApp(deps);
  return {
    app,
    database,
    deps,
    clock,
    fetchExceptions,
    anonymous: caller(app, null),
    async person(grants, about = {}) {
      const id = randomUUID();
      const username = `person-${id.slice(0, 8)}`;
      await database.db.insert(schema.users).values({
        id,
        username,
        displayName: `测试人员 ${id.slice(0, 4)}`,
        homeUnitId: about.homeUnitId ?? null,
        createdAt: clock.now,
      });
      if (grants.length > 0) {
        const rows = grants.map((grant) => ({
          id: randomUUID(),
          userId: id,
          role: grant.role,
          assessmentId: grant.assessmentId ?? null,
          unitId: grant.unitId ?? null,
        }));
        await database.db.insert(schema.roleGrants).values(rows);
      }
      const cookie = await createTestSession(database.db, id);
      return { id, username, cookie, call: caller(app, cookie) };
    },
  };
}

function caller(app: TestApp, cookie: string | null): Call {
  return async (method, path, body, headers = {}) =>
    app.request(path.startsWith('/api/') ? path : `/api/v1${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: encode(body) }),
    });
}

function encode(body: unknown): string | FormData {
  return typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
}
