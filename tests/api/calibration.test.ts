import type { Calibration, CalibrationSheet } from '@gongping/contracts';
import { procedureOff, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { call, createDoubleRound, emptyDoubleRound, type DoubleRound } from '../support/double-round.ts';
import { walkGets } from '../support/walk-gets.ts';

const bench = useBench();
let round: DoubleRound;
/** Organises the round and scores in it. */
let both: Person;
const path = '/assessments/2020/calibration';
const leaves = ['A1-1', 'A1-2', 'B-1'];

beforeAll(async () => {
  round = await createDoubleRound(bench);
  const grants = (['evaluator', 'organiser'] as const).map((role) => ({ role, assessmentId: round.id }));
  both = await bench.person(grants);
});

beforeEach(async () => {
  const { db } = bench.database;
  await emptyDoubleRound(bench, round);
  for (const table of [
    schema.calibrationEntries,
    schema.calibrationSubmissions,
    schema.calibrationUnits,
    schema.calibrations,
    schema.scoringGuidance,
  ]) {
    await db.delete(table);
  }
  await setRound({ procedure: { ...procedureOff, doubleScoring: true } });
});

async function setRound(change: Partial<typeof schema.assessments.$inferInsert>): Promise<void> {
  await bench.database.db.update(schema.assessments).set(change).where(eq(schema.assessments.id, round.id));
}

async function mark(about: { units?: ('C01' | 'C02')[]; holds?: boolean; revision?: number } = {}) {
  const { units = ['C01'], holds = false, revision = 0 } = about;
  const unitIds = units.map((code) => round.unitIds[code]);
  return call<Calibration>(round.organiser, ['PUT', path, { expectedRevision: revision, unitIds, holds }]);
}

const read = async (person: Person) => (await call<Calibration>(person, ['GET', path])).body;
const inputs = (level: string) => [
  { method: 'graded', level },
  { method: 'deduct', deductions: [] },
  { method: 'ratio', numerator: 6, denominator: 6, deductions: [] },
];

async function enter(person: Person, leaf: string, input: unknown, reason = '') {
  const write = { expectedRevision: 0, state: 'scored', input, reason };
  return call<{ code?: string }>(person, ['PUT', `${path}/sheets/C01/entries/${leaf}`, write]);
}

async function enterAll(person: Person, level: string, reason = ''): Promise<void> {
  for (const [place, leaf] of leaves.entries()) {
    const { status } = await enter(person, leaf, inputs(level)[place], reason);
    expect(status).toBe(200);
  }
}

const submit = (person: Person) =>
  call<Calibration & { code?: string }>(person, ['POST', `${path}/submission`]);

describe('marking the reference units', () => {
  it('is the organiser’s, before and while it is scored, and is read by everybody who scores', async () => {
    expect((await read(round.first)).state).toBe('none');
    expect((await mark()).status).toBe(200);
    // The third evaluator has no cell of the unit and calibrates all the same.
    for (const person of [round.first, round.second, round.colleague]) {
      const found = await read(person);
      expect(found).toMatchObject({
        state: 'open',
        own: { leaves: 3, done: 0, submittedAt: null },
        raters: [],
      });
      expect(found.units.map(({ code }) => code)).toEqual(['C01']);
    }
    expect((await read(round.reviewer)).raters).toHaveLength(4);
    await setRound({ phase: 'final' });
    expect(await mark({ revision: 1 })).toMatchObject({ status: 409, body: { code: 'wrong-phase' } });
  });

  it('keeps the units once something was entered, and lets the rest change', async () => {
    await mark();
    await enter(round.first, 'A1-1', inputs('full')[0]);
    expect(await mark({ units: ['C01', 'C02'], revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'calibration-begun' },
    });
    expect((await mark({ holds: true, revision: 1 })).status).toBe(200);
    expect(await mark({ holds: false, revision: 1 })).toMatchObject({ status: 409, body: { code: 'stale' } });
  });

  it('is taken back by marking none', async () => {
    await mark();
    expect((await mark({ units: [], revision: 1 })).body.state).toBe('none');
    expect((await call(round.first, ['GET', `${path}/sheets/C01`])).status).toBe(404);
  });
});

describe('calibrating', () => {
  it('keeps entries apart from scores and ratings, by the same rules', async () => {
    await mark();
    expect(await enter(round.first, 'A1-1', { method: 'graded', level: 'nonsense' })).toMatchObject({
      status: 422,
    });
    await enterAll(round.first, 'half');
    const sheet = await call<{ scores: { state: string }[] }>(round.first, [
      'GET',
      '/assessments/2020/score-sheets/C01',
    ]);
    expect(new Set(sheet.body.scores.map(({ state }) => state))).toEqual(new Set(['unscored']));
    expect(await bench.database.db.select().from(schema.ratings)).toEqual([]);
    const own = await call<CalibrationSheet>(round.first, ['GET', `${path}/sheets/C01`]);
    expect(own.body.entries.map(({ marks }) => marks)).toEqual(['2', '4', '6']);
    const other = await call<CalibrationSheet>(round.second, ['GET', `${path}/sheets/C01`]);
    expect(other.body.entries.map(({ state }) => state)).toEqual(['unscored', 'unscored', 'unscored']);
  });

  it('is handed in complete, and not changed afterwards', async () => {
    await mark();
    await enter(round.first, 'A1-1', inputs('full')[0]);
    const early = await submit(round.first);
    expect(early).toMatchObject({ status: 409, body: { code: 'calibration-incomplete' } });
    expect(early.body).toMatchObject({ errors: [{ path: 'C01/A1-2' }, { path: 'C01/B-1' }] });
    await enter(round.first, 'A1-2', inputs('full')[1]);
    await enter(round.first, 'B-1', inputs('full')[2]);
    expect((await submit(round.first)).body.own?.submittedAt).not.toBeNull();
    expect(await submit(round.first)).toMatchObject({ body: { code: 'calibration-submitted' } });
    const write = { expectedRevision: 1, state: 'unscored', input: null, reason: '' };
    const late = await call(round.first, ['PUT', `${path}/sheets/C01/entries/A1-1`, write]);
    expect(late).toMatchObject({ status: 409, body: { code: 'calibration-submitted' } });
  });

  it('is not of somebody’s own unit', async () => {
    const grants = [{ role: 'evaluator' as const, assessmentId: round.id }];
    const insider = await bench.person(grants, { homeUnitId: round.unitIds.C01 });
    await mark();
    expect((await call(insider, ['GET', `${path}/sheets/C01`])).status).toBe(404);
    expect((await submit(insider)).status).toBe(404);
    await bench.database.db.delete(schema.roleGrants).where(eq(schema.roleGrants.userId, insider.id));
  });

  it('comes before everything else where the organiser says so', async () => {
    await mark({ holds: true });
    const write = { expectedRevision: 0, state: 'scored', input: inputs('full')[0], reason: '' };
    const score = () => call(round.first, ['PUT', '/assessments/2020/score-sheets/C02/scores/A1-1', write]);
    const sheet = async () => (await call(round.first, ['GET', '/assessments/2020/score-sheets/C02'])).body;
    expect(await score()).toMatchObject({ status: 409, body: { code: 'calibration-first' } });
    const list = async () => (await call(round.first, ['GET', '/assessments/2020/score-sheets'])).body;
    expect(await sheet()).toMatchObject({ held: true, writable: false });
    expect(await list()).toMatchObject({ held: true });
    await enterAll(round.first, 'full');
    await submit(round.first);
    expect(await sheet()).toMatchObject({ held: false, writable: true });
    expect(await list()).toMatchObject({ held: false });
    expect((await score()).status).toBe(200);
  });
});

describe('what others entered', () => {
  const secrets = ['校准独有的理由', '2.4681012141'];

  it('is nobody’s to read anywhere before it is closed, not even that it was entered', async () => {
    await mark();
    await enterAll(round.second, 'full');
    await enter(both, 'A1-1', inputs('full')[0]);
    const places = { slug: '2020', unit: 'C01', indicator: 'A1-1' };
    const before = await walkGets(round.second, places);
    await enter(round.first, 'A1-1', inputs('none')[0], secrets[0]);
    await enter(round.first, 'B-1', {
      method: 'ratio',
      numerator: 2.4681012141,
      denominator: 6,
      deductions: [],
    });
    for (const [address, answer] of await walkGets(round.second, places)) {
      expect(answer, address).toBe(before.get(address));
    }
    for (const person of [round.reviewer, round.organiser, both]) {
      for (const [address, answer] of await walkGets(person, places)) {
        for (const secret of secrets) expect(answer, address).not.toContain(secret);
      }
    }
    await call(round.organiser, ['POST', `${path}/closing`, { reason: '时间不够' }]);
    for (const person of [round.second, round.organiser, round.reviewer]) {
      expect(JSON.stringify(await read(person))).toContain('校准独有的理由');
    }
  });

  it('is shown once all have handed in: spread, distance from the median, agreement, unclear leaves', async () => {
    await mark();
    for (const [person, level] of [
      [round.first, 'full'],
      [round.second, 'full'],
      [round.colleague, 'half'],
    ] as const) {
      await enterAll(person, level);
      await submit(person);
    }
    expect((await read(round.organiser)).state).toBe('open');
    await enterAll(both, 'none');
    expect((await submit(both)).body.state).toBe('closed');
    const { report, closing } = await read(round.first);
    expect(closing).toMatchObject({ by: null, reason: '' });
    // 4, 4, 2 and 0 of 4 marks: median 0.75, and five of six pairs differ by more than a fifth.
    const unclear = report?.indicators.find(({ code }) => code === 'A1-1');
    expect(unclear).toMatchObject({ n: 6, arbitrated: 5, spread: 1, unclear: true, guidance: null });
    expect(unclear?.percent).toBeCloseTo(1 / 6);
    expect(unclear?.cells[0]).toMatchObject({ median: 0.75, spread: 1 });
    expect(unclear?.cells[0]?.values.find(({ raterId }) => raterId === both.id)?.fromMedian).toBe(-0.75);
    expect(report?.indicators.find(({ code }) => code === 'A1-2')).toMatchObject({
      percent: 1,
      unclear: false,
    });
    expect(report?.raters.find(({ id }) => id === both.id)).toMatchObject({
      n: 3,
      fromMedian: -0.25,
      distance: 0.25,
    });
    expect(await enter(round.first, 'A1-1', inputs('none')[0])).toMatchObject({
      status: 409,
      body: { code: 'calibration-closed' },
    });
  });

  it('closing before all are in needs a reason, and is done once', async () => {
    await mark();
    const close = (reason: string) => call(round.organiser, ['POST', `${path}/closing`, { reason }]);
    expect(await close('')).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    expect((await close('一人出差')).status).toBe(200);
    expect(await close('再次')).toMatchObject({ status: 409, body: { code: 'calibration-closed' } });
  });
});

describe('evaluators', () => {
  const told = async ({ call: ask }: Person) =>
    ((await (await ask('GET', '/inbox')).json()) as { messages: { kind: string; path: string }[] }).messages
      .filter(({ kind }) => kind.startsWith('calibration'))
      .map(({ kind, path: to }) => [kind, to]);
  const page = '/work/assessments/2020/scoring/calibration';

  it('are told once that there is something to calibrate, and that it can be read', async () => {
    await bench.database.db.delete(schema.inboxMessages);
    await mark();
    await mark({ holds: true, revision: 1 });
    for (const person of [round.first, round.second, round.colleague])
      expect(await told(person)).toEqual([['calibration-opened', page]]);
    expect(await told(round.reviewer)).toEqual([]);
    await call(round.organiser, ['POST', `${path}/closing`, { reason: '已足够' }]);
    expect((await told(round.first)).toSorted()).toEqual([
      ['calibration-closed', page],
      ['calibration-opened', page],
    ]);
  });
});

describe('guidance', () => {
  const write = (note: string, expectedRevision: number) =>
    call<{ code?: string }>(round.organiser, ['PUT', `${path}/guidance/A1-1`, { note, expectedRevision }]);

  it('is written once it is closed, and stands beside the rule in every sheet', async () => {
    await mark();
    expect(await write('只看首页', 0)).toMatchObject({ status: 409, body: { code: 'calibration-open' } });
    await call(round.organiser, ['POST', `${path}/closing`, { reason: '已足够' }]);
    expect((await write('只看首页', 0)).status).toBe(200);
    const unit = await call(round.first, ['GET', '/assessments/2020/score-sheets/C02']);
    expect(unit.body).toMatchObject({ guidance: { 'A1-1': { note: '只看首页', revision: 1 } } });
    const leaf = await call(round.first, ['GET', '/assessments/2020/indicator-sheets/A1-1']);
    expect(leaf.body).toMatchObject({ guidance: { note: '只看首页' } });
    expect(await write('看全站', 0)).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect((await write('', 1)).status).toBe(200);
    const emptied = await call(round.first, ['GET', '/assessments/2020/score-sheets/C02']);
    expect(emptied.body).toMatchObject({ guidance: {} });
  });
});
