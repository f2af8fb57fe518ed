import { checkReport, problem as problemDocument, type CheckReport } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { closeScoring, createFinishedRound, scoreRound, type Judge } from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
const { assignments, auditEntries, evidence, scores } = schema;

const fullMarks: Judge = (_unit, leaf) => (leaf.role === 'score' ? { marks: leaf.fullMarks } : undefined);
const pathOf = (of: Round) => `/assessments/${of.slug}/checks`;

async function report(of: Round, query = ''): Promise<CheckReport> {
  const response = await of.organiser.call('GET', `${pathOf(of)}${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return checkReport.parse(await response.json());
}

const group = ({ checks }: CheckReport, check: string) => checks.find((each) => each.check === check);
const subjectsOf = (found: CheckReport, check: string) =>
  group(found, check)?.findings.map(({ subject }) => subject) ?? [];
const accept = (of: Round, body: { check: string; subjects: string[]; reason: string }) =>
  of.organiser.call('POST', `${pathOf(of)}/acceptances`, body);

/** Changes the score of a cell by its row. */
async function change(
  of: Round,
  at: { unit: string; leaf: string },
  set: Partial<typeof scores.$inferInsert>,
) {
  const key = await keyOf(of, at);
  await bench.database.db
    .update(scores)
    .set(set)
    .where(
      and(
        eq(scores.assessmentId, key.assessmentId),
        eq(scores.unitId, key.unitId),
        eq(scores.indicatorId, key.indicatorId),
      ),
    );
}

async function keyOf(of: Round, { unit, leaf }: { unit: string; leaf: string }) {
  const { id } = await indicatorRow(of, leaf);
  return { assessmentId: of.assessmentId, unitId: of.unit(unit).id, indicatorId: id };
}

async function indicatorRow(of: Round, code: string) {
  const [row] = await bench.database.db
    .select({ id: schema.indicators.id })
    .from(schema.indicators)
    .where(
      and(
        eq(schema.indicators.systemId, of.assessment.settings.indicatorSystemId),
        eq(schema.indicators.code, code),
      ),
    );
  if (!row) throw new Error(`There is no ${code}.`);
  return row;
}

async function addLink(of: Round, at: { unit: string; leaf: string }, url: string): Promise<void> {
  const now = bench.clock.now;
  await bench.database.db.insert(evidence).values({
    id: randomUUID(),
    ...(await keyOf(of, at)),
    kind: 'link',
    title: url,
    url,
    capturedAt: now,
    addedAt: now,
    addedBy: of.evaluator.id,
  });
}

describe('findings of a round', () => {
  let round: Round;

  beforeAll(async () => {
    round = await createRound(bench);
    await scoreRound(bench, round, fullMarks);
    await change(round, { unit: 'C01', leaf: 'A1-1' }, { marks: '0', reason: '' });
    await change(
      round,
      { unit: 'C04', leaf: 'A1-1' },
      { state: 'not_applicable', marks: null, reason: '无' },
    );
    await change(round, { unit: 'D01', leaf: 'B1-1' }, { state: 'not_applicable', marks: null });
  });

  it('are listed check by check with where they are and what is wrong, severe ones first', async () => {
    const found = await report(round);
    expect(found.checks.map(({ check }) => check)).toEqual([
      'lost-without-reason',
      'na-without-reason',
      'na-not-approved',
      'full-without-evidence',
    ]);
    expect(found.counts.severe).toBe(3);
    expect(group(found, 'lost-without-reason')?.findings).toMatchObject([
      { severity: 'severe', unit: { code: 'C01' }, indicator: { code: 'A1-1' }, accepted: null },
    ]);
    const { zh, en } = group(found, 'lost-without-reason')?.findings[0]?.sentence ?? { zh: '', en: '' };
    expect(zh).toContain('没有写扣分理由');
    expect(en).toContain('no reason');
  });

  it('come in pages of each check, and are narrowed by check, severity and unit; the counts are of all', async () => {
    const all = await report(round, '?limit=0');
    const many = group(all, 'full-without-evidence')?.found ?? 0;
    expect(many).toBeGreaterThan(20);
    expect(group(all, 'full-without-evidence')?.findings).toEqual([]);
    const last = await report(round, `?check=full-without-evidence&limit=500&offset=${many - 1}`);
    expect(last.checks).toHaveLength(1);
    expect(last.checks[0]?.findings).toHaveLength(1);
    expect(last.counts).toEqual(all.counts);
    const severe = await report(round, '?severity=severe');
    expect(severe.checks.filter(({ found }) => found > 0).map(({ check }) => check)).toEqual([
      'lost-without-reason',
      'na-without-reason',
      'na-not-approved',
    ]);
    const ofUnit = await report(round, '?unit=C04&limit=500');
    const units = ofUnit.checks.flatMap(({ findings }) => findings.map(({ unit }) => unit?.code));
    expect(new Set(units)).toEqual(new Set(['C04']));
  });

  it('are for the organiser', async () => {
    for (const person of [round.reviewer, round.evaluator, round.leader, round.liaison]) {
      expect((await person.call('GET', pathOf(round))).status).toBe(403);
    }
  });

  it('find an evaluator whose home is the unit, also where the home came after the assignment', async () => {
    const unitId = round.unit('D23').id;
    const insider = await bench.person([], { homeUnitId: unitId });
    const at = and(eq(assignments.assessmentId, round.assessmentId), eq(assignments.unitId, unitId));
    await bench.database.db.update(assignments).set({ evaluatorId: insider.id }).where(at);
    const found = await report(round, '?check=conflict-of-interest');
    expect(found.checks[0]?.findings).toMatchObject([{ unit: { code: 'D23' }, indicator: null }]);
    await bench.database.db.update(assignments).set({ evaluatorId: round.secondEvaluator.id }).where(at);
  });
});

describe('accepting', () => {
  let round: Round;
  beforeAll(async () => {
    round = await createFinishedRound(bench);
    await change(round, { unit: 'C01', leaf: 'A1-1' }, { marks: '0', reason: '' });
    await change(round, { unit: 'C04', leaf: 'A1-1' }, { marks: '0', reason: '' });
  });

  it('lets a finding stand with the reason, once, and tells the log', async () => {
    const before = await report(round);
    const subjects = subjectsOf(before, 'lost-without-reason');
    expect(subjects).toHaveLength(2);
    const body = { check: 'lost-without-reason', subjects: subjects.slice(0, 1), reason: '理由见纸质底稿' };
    expect(await (await accept(round, body)).json()).toEqual({ changed: 1 });
    expect(await (await accept(round, body)).json()).toEqual({ changed: 0 });
    const after = await report(round, '?state=accepted');
    expect(after.counts).toMatchObject({ severe: 1, accepted: 1 });
    expect(group(after, 'lost-without-reason')?.findings).toMatchObject([
      { unit: { code: 'C01' }, accepted: { reason: '理由见纸质底稿' } },
    ]);
    const log = await bench.database.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.scope, round.assessmentId), eq(auditEntries.action, 'check.accept')));
    expect(log).toMatchObject([{ subject: 'check C01/A1-1', reason: '理由见纸质底稿' }]);
  });

  it('needs a reason', async () => {
    const subjects = subjectsOf(await report(round), 'lost-without-reason');
    const response = await accept(round, { check: 'lost-without-reason', subjects, reason: ' ' });
    expect(response.status).toBe(422);
  });

  it('refuses a finding that is no longer what was seen, and accepts none of the others', async () => {
    const subjects = subjectsOf(await report(round, '?state=all'), 'lost-without-reason');
    await change(round, { unit: 'C04', leaf: 'A1-1' }, { marks: '1' });
    const response = await accept(round, { check: 'lost-without-reason', subjects, reason: '核实' });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'finding-changed' });
    expect((await report(round)).counts.accepted).toBe(1);
  });

  it('holds only as long as the situation does: another score stands anew', async () => {
    await change(round, { unit: 'C01', leaf: 'A1-1' }, { marks: '1' });
    expect((await report(round)).counts).toMatchObject({ severe: 2, accepted: 0 });
    await change(round, { unit: 'C01', leaf: 'A1-1' }, { marks: '0' });
    expect((await report(round)).counts).toMatchObject({ severe: 1, accepted: 1 });
  });

  it('is taken back', async () => {
    const subjects = subjectsOf(await report(round, '?state=accepted'), 'lost-without-reason');
    const body = { check: 'lost-without-reason', subjects };
    const withdraw = () => round.organiser.call('POST', `${pathOf(round)}/acceptances/withdrawal`, body);
    expect(await (await withdraw()).json()).toEqual({ changed: 1 });
    expect(await (await withdraw()).json()).toEqual({ changed: 0 });
    expect((await report(round)).counts).toMatchObject({ severe: 2, accepted: 0 });
  });

  it('is for the organiser', async () => {
    const body = { check: 'lost-without-reason', subjects: ['C01/A1-1#0'], reason: '核实' };
    const response = await round.reviewer.call('POST', `${pathOf(round)}/acceptances`, body);
    expect(response.status).toBe(403);
  });
});

describe('publishing', () => {
  const publish = (of: Round, by: Person = of.organiser) =>
    by.call('POST', `/assessments/${of.slug}/publications`, { reason: '' });

  it('is refused with the severe findings and where they are mended, until they are mended or accepted', async () => {
    const round = await createRound(bench);
    await scoreRound(bench, round, fullMarks);
    await change(round, { unit: 'C01', leaf: 'A1-1' }, { marks: '0', reason: '' });
    await change(round, { unit: 'C04', leaf: 'A1-1' }, { marks: '0', reason: '' });
    await closeScoring(round);
    const refused = await publish(round);
    expect(refused.status).toBe(409);
    const problem = problemDocument.parse(await refused.json());
    expect(problem.code).toBe('open-findings');
    expect(problem.detail).toContain('2 项严重问题');
    const scoring = `/work/assessments/${round.slug}/scoring/units`;
    expect(problem.findings).toMatchObject([
      { check: 'lost-without-reason', unit: { code: 'C01' }, path: `${scoring}/C01?leaf=A1-1` },
      { check: 'lost-without-reason', unit: { code: 'C04' }, path: `${scoring}/C04?leaf=A1-1` },
    ]);
    const listed = subjectsOf(await report(round), 'lost-without-reason');
    expect(problem.findings?.map(({ subject }) => subject)).toEqual(listed);
    expect(
      await bench.database.db.$count(
        schema.publications,
        eq(schema.publications.assessmentId, round.assessmentId),
      ),
    ).toBe(0);

    await change(round, { unit: 'C01', leaf: 'A1-1' }, { reason: '目录未更新' });
    const subjects = subjectsOf(await report(round), 'lost-without-reason');
    expect((await accept(round, { check: 'lost-without-reason', subjects, reason: '已核实' })).status).toBe(
      200,
    );
    const response = await publish(round);
    expect(response.status, await response.clone().text()).toBe(201);
  });
});

describe('links', () => {
  let round: Round;
  let server: Server;
  let origin = '';
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/home') response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
      else response.writeHead(request.url === '/gone' ? 404 : 200).end('page');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
    bench.fetchExceptions.push({ address: '127.0.0.1', port });
    round = await createRound(bench);
    await scoreRound(bench, round, fullMarks);
    const leaves = round.leaves('county').filter(({ role }) => role === 'score');
    for (const [at, { code }] of leaves.slice(0, 9).entries()) {
      await addLink(round, { unit: 'C01', leaf: code }, `${origin}/${at}`);
    }
    await addLink(round, { unit: 'C04', leaf: 'A1-1' }, `${origin}/gone`);
    await addLink(round, { unit: 'C04', leaf: 'A1-2' }, `${origin}/home`);
    await addLink(round, { unit: 'D01', leaf: 'B1-1' }, 'http://127.0.0.1:1/');
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const look = async (before: string) => {
    const response = await round.organiser.call('POST', `${pathOf(round)}/links`, { before });
    expect(response.status).toBe(200);
    return (await response.json()) as { checked: number; left: number; total: number };
  };

  it('are not opened unless somebody asks', async () => {
    const found = await report(round);
    expect(found.links).toEqual({ total: 12, checked: 0, checkedAt: null });
    expect(asked).toEqual([]);
  });

  it('are looked at in parts, each once for the same moment', async () => {
    const before = bench.clock.now.toISOString();
    expect(await look(before)).toEqual({ checked: 8, left: 4, total: 12 });
    expect(await look(before)).toEqual({ checked: 4, left: 0, total: 12 });
    expect(await look(before)).toEqual({ checked: 0, left: 0, total: 12 });
    expect(asked).toHaveLength(11);
  });

  it('that are gone or lead into a private network are found, and the network is not reached', async () => {
    const found = await report(round, '?check=dead-link');
    expect(found.links).toEqual({ total: 12, checked: 12, checkedAt: bench.clock.now.toISOString() });
    const said = found.checks[0]?.findings.map(({ unit, indicator, sentence }) => [
      `${unit?.code ?? ''}/${indicator?.code ?? ''}`,
      sentence.zh.slice(0, 6),
    ]);
    expect(said).toEqual([
      ['C04/A1-1', '链接已失效（'],
      ['C04/A1-2', '链接指向内部'],
      ['D01/B1-1', '链接指向内部'],
    ]);
  });

  it('that answer again are looked at again, and found no more', async () => {
    server.removeAllListeners('request');
    server.on('request', (_request, response) => response.end('page'));
    bench.clock.now = new Date(bench.clock.now.getTime() + 60_000);
    const before = bench.clock.now.toISOString();
    while ((await look(before)).left > 0);
    const found = await report(round, '?check=dead-link');
    expect(found.checks[0]?.findings.map(({ unit }) => unit?.code)).toEqual(['D01']);
  });
});

it('a round of eight units takes as many queries as one of four', async () => {
  const small = await createRound(bench);
  const large = await createRound(bench, { units: ['C01', 'C04', 'D01', 'D23', 'D02', 'D03', 'D04', 'D05'] });
  for (const each of [small, large]) await scoreRound(bench, each, fullMarks);
  expect(await queriesOf(() => report(large))).toBe(await queriesOf(() => report(small)));
});

/** How many statements the database is sent. */
async function queriesOf(run: () => Promise<unknown>): Promise<number> {
  const { pool } = bench.database;
  const query = pool.query.bind(pool);
  let count = 0;
  pool.query = ((...args: Parameters<typeof query>) => {
    count += 1;
    return query(...args);
  }) as typeof pool.query;
  try {
    await run();
  } finally {
    pool.query = query;
  }
  expect(count).toBeGreaterThan(5);
  return count;
}
