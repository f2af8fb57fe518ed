import { migrateDatabase, openDatabase } from '@gongping/db';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { insertLargeRounds } from '../../tests/support/large-round/large-round.ts';
import { createDatabase, dropDatabase, withDatabase } from '../../tests/support/postgres-database.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import { startProduct, type RunningProduct } from '../../tests/support/server.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { seedCalendar } from '@gongping/api';
import { buildSite } from '../build-site.ts';
import type { Figure } from './figure.ts';

const units = 500;
const leaves = 50;
const connections = 32;
const runs = 5;
const seconds = 5;
/** Of the requests a second that Node serves of a string. */
const share = 0.3;

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const execute = promisify(execFile);

interface Wanted {
  readonly port: string;
  readonly path: string;
  readonly encoding: string;
}

/** Microseconds of an answer. */
async function load(wanted: Wanted): Promise<number> {
  const options = { ...wanted, connections: String(connections), seconds: String(seconds) };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const { stdout } = await execute(process.execPath, [here('./pages/load.ts'), ...args]);
  const loaded = JSON.parse(stdout) as { answers: number; seconds: number };
  return (loaded.seconds * 1e6) / loaded.answers;
}

interface Answered {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** The page as it comes over the wire, not unpacked. */
async function ask(url: string, encoding: string): Promise<Answered> {
  const headers = { 'accept-encoding': encoding, 'accept-language': 'zh-CN,zh;q=0.9' };
  const [response] = (await once(get(url, { headers }), 'response')) as [
    NodeJS.ReadableStream & { headers: Record<string, string>; statusCode: number },
  ];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return { body: Buffer.concat(chunks), headers: response.headers };
}

/** A server of a string of the same bytes, in a process of its own. */
async function startStatic(folder: string, { body, headers }: Answered) {
  const file = join(folder, 'page.bin');
  await writeFile(file, body);
  const { 'content-type': type = '', 'content-encoding': encoded } = headers;
  const head = { 'content-type': type, ...(encoded === undefined ? {} : { 'content-encoding': encoded }) };
  const child = spawn(process.execPath, [here('./pages/static-server.ts'), file, JSON.stringify(head)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { port: port.toString().trim(), stop: () => child.kill() };
}

async function figureOf(
  product: RunningProduct,
  { path, encoding, folder }: { path: string; encoding: string; folder: string },
): Promise<Figure> {
  const { port } = new URL(product.url);
  await ask(product.url + path, encoding);
  const page = await ask(product.url + path, encoding);
  const plain = await startStatic(folder, page);
  const [own, baseline]: [number[], number[]] = [[], []];
  try {
    // In turn, so that what else the machine does falls on both.
    for (let run = 0; run <= runs; run += 1) {
      const micros = await load({ port, path, encoding });
      const string = await load({ port: plain.port, path, encoding });
      // The first warms both up.
      if (run === 0) continue;
      own.push(micros);
      baseline.push(string);
    }
  } finally {
    plain.stop();
  }
  const size = `${Math.ceil(page.body.length / 1024)} kB`;
  return {
    name: `a page of ${units} units, ${encoding}, ${size}, ${connections} connections`,
    unit: 'µs',
    runs: own,
    baseline: { name: 'a string by Node', runs: baseline },
    target: { of: 'ratio', most: 1 / share },
  };
}

/** Milliseconds of a page that the site makes anew for somebody who is signed in, one after the other. */
async function madeAnew(product: RunningProduct, path: string, cookie: string): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const begun = performance.now();
    await (await fetch(product.url + path, { headers: { cookie } })).arrayBuffer();
    if (run > 0) times.push(performance.now() - begun);
  }
  return { name: `the same page, made anew for somebody who is signed in`, unit: 'ms', runs: times };
}

/** How fast published pages are given out, against a string of the same bytes by the same Node in the same run. */
export const pageFigures = async (): Promise<Figure[]> => {
  if (!buildSite()) throw new Error('The site could not be built.');
  const server = await startPostgres();
  const name = await createDatabase(server.url);
  const url = withDatabase(server.url, name);
  const folder = temporaryFolder('pages');
  await mkdir(folder, { recursive: true });
  try {
    const database = await openDatabase({ url, dataDir: null });
    await migrateDatabase(database);
    await seedCalendar(database.db);
    const round = { year: 2020, phase: 'final' } as const;
    const rounds = await insertLargeRounds(database.db, { units, leaves }, { final: round });
    await database.close();
    const product = await startProduct({ env: { DATABASE_URL: url, LOG_LEVEL: 'warn' } });
    try {
      const { slug } = rounds.places.final;
      await publish(product, slug, rounds.cookies.organiser);
      const path = `/p/${slug}/1`;
      const figures: Figure[] = [];
      for (const encoding of ['gzip', 'br', 'identity'])
        figures.push(await figureOf(product, { path, encoding, folder }));
      return [...figures, await madeAnew(product, path, rounds.cookies.organiser)];
    } finally {
      await product.remove();
    }
  } finally {
    await dropDatabase(server.url, name);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

async function publish({ url }: RunningProduct, slug: string, cookie: string): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json' };
  const address = `${url}/api/v1/assessments/${slug}/publications`;
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ reason: '' }) });
  if (!answer.ok) throw new Error(`The round was not published: ${await answer.text()}`);
}
