import { migrateDatabase, openDatabase } from '@gongping/db';
import { createDatabase, dropDatabase, withDatabase } from '../../tests/support/postgres-database.ts';
import type { Size } from '../../tests/support/large-round/large-round.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import { startProduct, type RunningProduct } from '../../tests/support/server.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { buildSite } from '../build-site.ts';
import type { Figure } from './figure.ts';
import { pagesAfter, pagesBefore, pagesLeftOut, type Page } from './workflow-pages.ts';
import { addressOf, insertWorkflowRounds, publishFinal, type WorkflowRounds } from './workflow-round.ts';

const WARM = 3;
const REQUESTS = 25;
/** Milliseconds after which a page that takes seconds is opened no more: it is known well enough. */
const PATIENCE = 15_000;

/** What is measured where, and what it may take. */
interface Setting {
  readonly name: string;
  /** Milliseconds at p95, of a page; null where it is only reported. */
  most(page: Page): number | null;
}

/** Milliseconds from asking to the last byte, one request after the other. */
async function timesOf(url: string, cookie: string): Promise<number[]> {
  const times: number[] = [];
  const first = performance.now();
  for (let request = 0; request < WARM + REQUESTS; request += 1) {
    const begun = performance.now();
    if (times.length > 0 && begun - first > PATIENCE) break;
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    if (request >= WARM) times.push(performance.now() - begun);
  }
  return times;
}

async function measure(
  pages: readonly Page[],
  { product, rounds }: { product: RunningProduct; rounds: WorkflowRounds },
  { name, most }: Setting,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const cookieOf = ({ who, round }: Page) =>
    who === 'anyone' ? '' : `${rounds.cookies[who]}; assessment=${rounds.places[round].slug}`;
  // All pages once: what the first pages pay for a process that has just started is no page's own.
  for (const page of pages) {
    const headers = { cookie: cookieOf(page) };
    await (await fetch(`${product.url}${addressOf(page, rounds)}`, { headers })).arrayBuffer();
  }
  for (const page of pages) {
    const { who, round } = page;
    const address = addressOf(page, rounds);
    const cookie = cookieOf(page);
    // Beside every page, so that what else the machine does is seen.
    const baseline = { name: 'sign-in', runs: await timesOf(`${product.url}/sign-in`, '') };
    const runs = await timesOf(`${product.url}${address}`, cookie);
    const limit = most(page);
    const target = limit === null ? {} : { target: { of: 'p95', most: limit } as const };
    figures.push({ name: `${name}: ${page.route} ${who}, ${round}`, unit: 'ms', runs, baseline, ...target });
  }
  return figures;
}

async function measureAll(
  product: RunningProduct,
  rounds: WorkflowRounds,
  setting: Setting,
): Promise<Figure[]> {
  try {
    const before = await measure(pagesBefore, { product, rounds }, setting);
    await publishFinal(product, rounds);
    return [...before, ...(await measure(pagesAfter, { product, rounds }, setting))];
  } finally {
    await product.remove();
  }
}

async function onEmbedded(size: Size): Promise<Figure[]> {
  const dataDir = temporaryFolder('workflow');
  const database = await openDatabase({ url: null, dataDir });
  await migrateDatabase(database);
  const rounds = await insertWorkflowRounds(database.db, size);
  await database.close();
  const product = await startProduct({ dataDir, env: { DEMO: '0' } });
  return measureAll(product, rounds, { name: 'embedded', most: () => 200 });
}

async function onPostgres(size: Size): Promise<Figure[]> {
  const server = await startPostgres();
  const name = await createDatabase(server.url);
  const url = withDatabase(server.url, name);
  try {
    const database = await openDatabase({ url, dataDir: null });
    await migrateDatabase(database);
    const rounds = await insertWorkflowRounds(database.db, size);
    await database.close();
    const product = await startProduct({ env: { DATABASE_URL: url } });
    const most = ({ urgent }: Page) => (urgent ? 300 : null);
    return await measureAll(product, rounds, { name: 'PostgreSQL', most });
  } finally {
    await dropDatabase(server.url, name);
    await server.stop();
  }
}

/** Server time of every page of an assessment, in rounds in which everything is there twice: of a city's size. */
export const workflowEmbedded = async (): Promise<Figure[]> => {
  const leftOut = pagesLeftOut();
  if (leftOut.length > 0) throw new Error(`Nobody measures: ${leftOut.join(', ')}.`);
  if (!buildSite()) throw new Error('The site could not be built.');
  return onEmbedded({ units: 37, leaves: 50 });
};

/** The same, and of a province's size on PostgreSQL. */
export const workflowFigures = async (): Promise<Figure[]> => [
  ...(await workflowEmbedded()),
  ...(await onPostgres({ units: 300, leaves: 200 })),
];
