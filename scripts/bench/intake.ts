import { prepareContents } from '@gongping/api';
import { questionnaire } from '@gongping/contracts';
import { migrateDatabase, openDatabase, schema, type OpenDatabase } from '@gongping/db';
import { desc, eq } from 'drizzle-orm';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDayKeys } from '../../apps/api/src/features/responses/day-keys.ts';
import { createDatabase, dropDatabase, withDatabase } from '../../tests/support/postgres-database.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import { startProduct, type RunningProduct } from '../../tests/support/server.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { buildSite } from '../build-site.ts';
import type { Figure } from './figure.ts';
import { countingFigure } from './intake/counting.ts';
import { pgbenchRates } from './intake/like-table.ts';
import { makeRequests, makeVisits, type Ground } from './intake/make-requests.ts';

const connections = 32;
const runs = 5;
const seconds = 8;
const LOAD = fileURLToPath(new URL('./intake/load.ts', import.meta.url));
const execute = promisify(execFile);

interface Loaded {
  readonly statuses: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

async function load(
  product: RunningProduct,
  requests: string,
  pace: { seconds: number; rate?: number },
): Promise<Loaded> {
  const options = { port: new URL(product.url).port, requests, connections, ...pace };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const { stdout } = await execute(process.execPath, [LOAD, ...args]);
  return JSON.parse(stdout) as Loaded;
}

/** The survey of the demonstration that is open, and what its pages would be given. */
async function groundOf({ db }: OpenDatabase): Promise<Ground> {
  const { assessmentUnits, surveys, units } = schema;
  const [survey] = await db.select().from(surveys).orderBy(desc(surveys.slug)).limit(1);
  if (!survey) throw new Error('The demonstration has no survey.');
  const codes = await db
    .select({ code: units.code })
    .from(assessmentUnits)
    .innerJoin(units, eq(units.id, assessmentUnits.unitId))
    .where(eq(assessmentUnits.assessmentId, survey.assessmentId));
  const pageAt = new Date(Date.now() - 90_000);
  return {
    slug: survey.slug,
    units: codes.map(({ code }) => code),
    questionnaire: questionnaire.parse(survey.questionnaire),
    dayKey: await createDayKeys(db).at(pageAt),
    pageAt,
  };
}

async function writeRequests(folder: string, requests: readonly (readonly Buffer[])[]): Promise<string> {
  const file = join(folder, 'requests.txt');
  const lines = requests.map((line) => line.map((request) => request.toString('base64')).join(' '));
  await writeFile(file, lines.join('\n'));
  return file;
}

/** More than can be answered in a second: each is sent once. */
const kinds = {
  answers: (ground: Ground) => makeRequests(ground, 25_000 * seconds),
  visits: (ground: Ground) => makeVisits(ground, 5000 * seconds),
};

/** Resident memory of a process in MB, where the system tells. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1024;
}

interface Running {
  readonly product: RunningProduct;
  readonly database: OpenDatabase;
  readonly folder: string;
}

/** Loads of one kind on a running product; the first warms everything up. */
async function runsOf(kind: keyof typeof kinds, { product, database, folder }: Running) {
  const micros: number[] = [];
  const p99: number[] = [];
  const before = await database.db.$count(schema.surveyResponses);
  let stored = 0;
  for (let run = 0; run <= runs; run += 1) {
    const requests = await writeRequests(folder, kinds[kind](await groundOf(database)));
    const loaded = await load(product, requests, { seconds });
    const { '201': created = 0, ...others } = loaded.statuses;
    const pages = kind === 'visits' ? created : 0;
    if ((others['200'] ?? 0) !== pages || Object.keys(others).some((status) => status !== '200'))
      throw new Error(`Not everything was taken: ${JSON.stringify(loaded.statuses)}`);
    stored += created;
    if (run === 0) continue;
    micros.push((loaded.seconds * 1e6) / created);
    p99.push(loaded.p99);
  }
  const kept = (await database.db.$count(schema.surveyResponses)) - before;
  if (kept !== stored) throw new Error(`${stored} answers were acknowledged and ${kept} are there.`);
  return { micros, p99 };
}

const minutes = 10;
/** Answers a second of the long load: a third of what the machine takes, so that it lasts. */
const steady = 3000;

/** Memory of the process after each of ten minutes under load. */
async function memoryByMinute({ product, database, folder }: Running): Promise<number[]> {
  const memory: number[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const requests = makeRequests(await groundOf(database), 60 * steady);
    const file = await writeRequests(folder, requests);
    const { statuses } = await load(product, file, { seconds: 60, rate: steady });
    if (Object.keys(statuses).join() !== '201')
      throw new Error(`Not everything was taken: ${JSON.stringify(statuses)}`);
    memory.push(await memoryOf(product.pid));
  }
  return memory;
}

async function intakeRuns(database: OpenDatabase, { url, folder }: { url: string; folder: string }) {
  const product = await startProduct({
    env: { DATABASE_URL: url, TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'warn' },
  });
  const ground = { product, database, folder };
  try {
    return {
      answers: await runsOf('answers', ground),
      visits: await runsOf('visits', ground),
      memory: await memoryByMinute(ground),
    };
  } finally {
    await product.remove();
  }
}

/** A hundred times what LimeSurvey 6.1 takes by its public form on such a machine (6.3 a second). */
const visitsASecond = 630;

/** How fast answers are taken and counted, on PostgreSQL. */
export const intakeFigures = async (): Promise<Figure[]> => {
  if (!buildSite()) throw new Error('The site could not be built.');
  const server = await startPostgres({ durable: true });
  const name = await createDatabase(server.url);
  const url = withDatabase(server.url, name);
  const folder = temporaryFolder('intake');
  await mkdir(folder, { recursive: true });
  try {
    const database = await openDatabase({ url, dataDir: null });
    await migrateDatabase(database);
    await prepareContents(database, { now: new Date(), demonstration: true });
    const rates = await pgbenchRates(url, { folder, runs, seconds, connections });
    const { answers, visits, memory } = await intakeRuns(database, { url, folder });
    const inserted = rates?.map((rate) => 1e6 / rate);
    const figures: Figure[] = [
      {
        name: `an answer stored, ${connections} connections`,
        unit: 'µs',
        runs: answers.micros,
        ...(inserted ? { baseline: { name: 'pgbench insert', runs: inserted } } : {}),
        target: { of: 'ratio', most: 1 / 0.6 },
      },
      {
        name: 'p99 of a request at that load',
        unit: 'ms',
        runs: answers.p99,
        target: { of: 'median', most: 25 },
      },
      {
        name: 'a page looked at and an answer sent, by a browser',
        unit: 'µs',
        runs: visits.micros,
        target: { of: 'median', most: 1e6 / visitsASecond },
      },
      {
        name: `memory in the last minutes of ${minutes}, ${steady} answers a second`,
        unit: 'MB',
        runs: memory.slice(minutes / 2),
        baseline: { name: 'the first', runs: memory.slice(0, minutes / 2) },
        target: { of: 'ratio', most: 1.1 },
      },
      await countingFigure(database),
    ];
    await database.close();
    return figures;
  } finally {
    await dropDatabase(server.url, name);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
