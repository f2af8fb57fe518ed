import { makeReportArchives } from '@gongping/api';
import { unzipFiles } from '@gongping/bundle';
import { reportArchive, reportArchiveList, type Problem, type ReportArchive } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { openPress, type Press } from '@gongping/documents';
import { asc, eq } from 'drizzle-orm';
import mammoth from 'mammoth';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, vi } from 'vitest';
import { useBench } from '../support/app.ts';
import { compiledBefore } from '../support/compiled-before.ts';
import { onPostgres } from '../support/database.ts';
import { createFinishedRound } from '../support/finished-round.ts';
import type { Round } from '../support/round.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
let round: Round;
let path: string;
let units: number;
const { reportArchives, reportArchiveParts } = schema;

beforeAll(async () => {
  round = await createFinishedRound(bench, {
    units: ['C01', 'C02', 'C03', 'C04', 'C05', 'D01', 'D02', 'D23'],
  });
  await publish('');
  path = archivesOf(1);
  units = (await parts(await begin(path, 'pdf'))).length - 1;
  await ended(path, 'pdf');
});

const archivesOf = (version: number) => `/assessments/${round.slug}/publications/${version}/report-archives`;

async function publish(reason: string): Promise<void> {
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/publications`, { reason });
  expect(response.status).toBe(201);
}

async function begin(of: string, format: string): Promise<ReportArchive> {
  const response = await round.organiser.call('POST', of, { format });
  expect(response.status).toBe(202);
  return reportArchive.parse(await response.json());
}

async function state(of: string, format: string): Promise<ReportArchive> {
  const response = await round.organiser.call('GET', of);
  const { archives } = reportArchiveList.parse(await response.json());
  const found = archives.find((one) => one.format === format);
  if (found === undefined) throw new Error('There is no such archive.');
  return found;
}

const parts = ({ id }: ReportArchive) =>
  bench.database.db
    .select()
    .from(reportArchiveParts)
    .where(eq(reportArchiveParts.archiveId, id))
    .orderBy(asc(reportArchiveParts.position));

/** Takes an archive out of the way of the next test. */
async function ended(of: string, format: string): Promise<void> {
  const { id } = await state(of, format);
  expect((await round.organiser.call('DELETE', `${of}/${id}`)).status).toBe(200);
}

async function makeAll(deps: Parameters<typeof makeReportArchives>[0] = bench.deps): Promise<void> {
  while ((await makeReportArchives(deps)) !== null);
}

it('makes the overall report and one of each unit, tells how far it is, and gives them in a zip', async () => {
  const begun = await begin(path, 'docx');
  expect(begun).toMatchObject({ state: 'working', done: 0, total: units + 1, failed: null });
  // Wanted again it is the same, and not ready.
  expect((await begin(path, 'docx')).id).toBe(begun.id);
  const early = await round.organiser.call('GET', `${path}/${begun.id}/reports.zip`);
  const problem = (await early.json()) as Problem;
  expect([early.status, problem.code]).toEqual([409, 'archive-not-ready']);
  expect(problem.detail).toContain(`已生成 0 份，共 ${units + 1} 份`);

  await makeAll();
  const done = await state(path, 'docx');
  expect(done).toMatchObject({ state: 'done', done: units + 1, total: units + 1 });
  const response = await round.organiser.call('GET', `${path}/${begun.id}/reports.zip`);
  expect(response.headers.get('x-files')).toBe(String(units + 1));
  const files = unzipFiles(new Uint8Array(await response.arrayBuffer()));
  const rows = await parts(done);
  expect([...files.keys()]).toEqual(rows.map(({ filename }) => filename));
  for (const { unit, filename } of rows) {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(files.get(filename) ?? []) });
    const title =
      unit === null ? '2020年度政务公开评估总报告' : `${round.unit(unit).name.zh}2020年度政务公开评估报告`;
    expect(value).toContain(title);
  }
  // The same document as the page gives to everybody.
  const single = await bench.anonymous('GET', `/publications/${round.slug}/1/units/C01/report.docx`);
  const own = rows.find(({ unit }) => unit === 'C01')?.filename ?? '';
  expect(Buffer.from(await single.arrayBuffer()).equals(Buffer.from(files.get(own) ?? []))).toBe(true);
});

it('ends where it is told to, in the middle of a report too, and begins anew', async () => {
  await publish('更正甲');
  const of = archivesOf(2);
  const begun = await begin(of, 'docx');
  let printed = 0;
  const press: Press = {
    async print(document, format) {
      const bytes = await bench.deps.press.print(document, format);
      printed += 1;
      if (printed === 2) await ended(of, 'docx');
      return bytes;
    },
  };
  await makeAll({ ...bench.deps, press });
  expect(printed).toBe(2);
  expect(await state(of, 'docx')).toMatchObject({ state: 'cancelled', done: 1 });
  expect((await begin(of, 'docx')).id).not.toBe(begun.id);
  await makeAll();
  expect(await state(of, 'docx')).toMatchObject({ state: 'done', done: units + 1 });
});

it('stores nothing of one whose lease another has taken over, and none twice', async () => {
  await publish('更正乙');
  const of = archivesOf(3);
  await begin(of, 'docx');
  let overtaken = false;
  const slow: Press = {
    async print(document, format) {
      const bytes = await bench.deps.press.print(document, format);
      if (!overtaken) {
        overtaken = true;
        // It stood still for longer than its lease; another makes everything meanwhile.
        const later = new Date(bench.clock.now.getTime() + 61_000);
        await makeAll({ ...bench.deps, clock: () => later });
      }
      return bytes;
    },
  };
  expect(await makeReportArchives({ ...bench.deps, press: slow })).toBe(0);
  const done = await state(of, 'docx');
  expect(done).toMatchObject({ state: 'done', done: units + 1 });
  const made = (await parts(done)).map(({ madeAt }) => madeAt?.getTime());
  expect(new Set(made)).toEqual(new Set([bench.clock.now.getTime() + 61_000]));
});

it('tries again what fails, gives it up after the third time and says which report it was', async () => {
  await publish('更正丙');
  const of = archivesOf(4);
  await begin(of, 'docx');
  const failing: Press = {
    print: (document, format) =>
      document.kind === 'report' && document.report.title.startsWith(round.unit('C01').name.zh)
        ? Promise.reject(new Error('out of paper'))
        : openPress().print(document, format),
  };
  let now = bench.clock.now;
  const deps = { ...bench.deps, press: failing, clock: () => now };
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(makeAll(deps)).rejects.toThrow('out of paper');
    now = new Date(now.getTime() + 60_000);
  }
  expect(await makeReportArchives(deps)).toBeNull();
  const failed = await state(of, 'docx');
  expect(failed).toMatchObject({ state: 'failed', done: 1 });
  expect(failed.failed?.unit?.zh).toBe(round.unit('C01').name.zh);
});

// The embedded database belongs to one process.
it.skipIf(!onPostgres())(
  'goes on in another process where one was killed, nothing missing, nothing twice',
  async () => {
    bench.clock.now = new Date();
    await publish('更正丁');
    const of = archivesOf(5);
    await begin(of, 'pdf');
    const url = bench.database.pool.options.connectionString ?? '';
    const worker = fileURLToPath(new URL('../support/report-worker.ts', import.meta.url));
    const env = { PATH: process.env['PATH'] ?? '', ...compiledBefore, DATABASE_URL: url };
    const child = spawn(process.execPath, [worker], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await vi.waitFor(async () => expect((await state(of, 'pdf')).done).toBeGreaterThan(0), {
      timeout: 60_000,
      interval: 5,
    });
    child.kill('SIGKILL');
    await once(child, 'exit');

    const half = await state(of, 'pdf');
    const before = (await parts(half)).filter(({ fileSha256 }) => fileSha256 !== null);
    expect(half.state).toBe('working');
    expect(before.length).toBeLessThan(units + 1);
    // Its lease holds for a while; then somebody else goes on.
    expect(await makeReportArchives(bench.deps)).toBeNull();
    bench.clock.now = new Date(Date.now() + 61_000);
    await makeAll();

    const done = await state(of, 'pdf');
    expect(done).toMatchObject({ state: 'done', done: units + 1 });
    const after = await parts(done);
    expect(after.map(({ position }) => position)).toEqual(Array.from({ length: units + 1 }, (_, at) => at));
    // What was made before was not made again.
    for (const part of before) expect(after[part.position]).toEqual(part);
    const rows = await bench.database.db.select().from(reportArchives).where(eq(reportArchives.id, done.id));
    expect(rows[0]?.lease).toBeNull();
  },
);
