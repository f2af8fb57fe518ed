import { DataDirLockedError, migrateDatabase, openDatabase, pendingMigrations } from '@gongping/db';
import { openPress } from '@gongping/documents';
import { openRobustnessPool } from '@gongping/robustness';
import { availableParallelism } from 'node:os';
import pino from 'pino';
import { createApp } from './app.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { prepareContents } from './server/contents.ts';
import type { Dependencies } from './http/dependencies.ts';
import { evidenceLimits } from './features/evidence/evidence-limits.ts';
import { responseLane } from './features/responses/response-lane.ts';
import { fetchPolicy } from './outbound/fetch-policy.ts';
import { createGuardedFetch } from './outbound/guarded-fetch.ts';
import { startBackground } from './server/start-background.ts';
import { createIntake } from './server/create-intake.ts';
import { createLimits } from './server/limits.ts';
import { listen } from './server/listen.ts';
import { createMemory } from './server/memory.ts';
import { shareRobustness } from './server/shared-robustness.ts';
import { publishedPages } from './server/published-pages/published-pages.ts';
import { loadSite } from './server/site.ts';

/** Threads that compute robustness: one processor is left to those who wait for pages. */
const robustnessWorkers = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Of published pages in memory: some hundred of those with 500 units. */
const pageBytes = 64 * 1024 * 1024;

/** Runs the product until it is told to stop. The only place that reads the environment, opens the database and listens. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await run(env);
  } catch (error) {
    const expected = error instanceof ConfigurationError || error instanceof DataDirLockedError;
    console.error(expected ? error.message : error);
    process.exit(expected ? 2 : 1);
  }
}

async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const configuration = readConfiguration(env);
  const logger = pino({ level: configuration.logLevel, base: null });
  const database = await openDatabase({
    url: configuration.databaseUrl,
    dataDir: configuration.dataDir,
    onFailure(error) {
      logger.fatal({ error }, 'the embedded database stopped');
      process.exit(1);
    },
  });
  const { db, pool } = database;
  await migrateDatabase(database);
  const clock = () => new Date();
  const welcome = await prepareContents(database, {
    now: clock(),
    demonstration: configuration.demonstration && database.kind === 'embedded',
  });

  const deps: Dependencies = {
    db,
    clock,
    logger,
    limits: createLimits(pool),
    intake: createIntake(database),
    memory: createMemory(db),
    robustness: shareRobustness(openRobustnessPool(robustnessWorkers)),
    press: openPress(),
    fetch: createGuardedFetch(fetchPolicy(configuration.fetchExceptions)),
    evidenceLimits: evidenceLimits(configuration.evidenceMegabytes),
    mail: { enabled: configuration.smtp !== null },
    origin: configuration.origin?.origin ?? null,
    ready: async () => (await pendingMigrations(db)) === 0,
  };
  const app = createApp(deps);
  const { server, address } = await listen({
    ...configuration,
    apiFetch: (request) => app.fetch(request),
    lane: responseLane(deps),
    site: publishedPages(await loadSite(), { mark: deps.memory.publishedMark, bytes: pageBytes }),
  });

  const shown = configuration.origin?.origin ?? address;
  const background = startBackground({ ...deps, pool }, { smtp: configuration.smtp, site: shown });

  const stop = () => {
    server.close(() => {
      deps.robustness.close();
      void background
        .stop()
        .then(() => database.close())
        .then(() => process.exit(0));
    });
    server.closeIdleConnections();
    // Whoever keeps a connection open for longer is cut off; what was acknowledged is durable already.
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  console.log(['', `  公评 Gongping  ${shown}`, '', ...welcome(shown), ''].join('\n'));
}
