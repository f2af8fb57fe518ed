import type { PhaseEvent, Procedure, ProgressBoard } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();

const whole: Procedure = {
  selfAssessment: true,
  claimsShown: true,
  doubleScoring: true,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};

async function read<T>(round: Round, path: string): Promise<T> {
  const response = await round.organiser.call('GET', `/assessments/${round.slug}/${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const board = (round: Round) => read<ProgressBoard>(round, 'board');

async function move(round: Round, to: string, reason = ''): Promise<void> {
  const body = { to, reason, acceptUnscored: true };
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/phase`, body);
  expect(response.status, await response.clone().text()).toBe(200);
}

/** Ids of the nodes of the round's system, by code. */
async function indicatorIds(round: Round): Promise<(code: string) => string> {
  const rows = await bench.database.db
    .select({ id: schema.indicators.id, code: schema.indicators.code })
    .from(schema.indicators)
    .where(eq(schema.indicators.systemId, round.assessment.settings.indicatorSystemId));
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  return (code) => ids.get(code) ?? '';
}

const unitOf = ({ units }: ProgressBoard, code: string) => units.find((unit) => unit.code === code);
const written = (round: Round) => ({
  assessmentId: round.assessmentId,
  reason: '',
  revision: 1,
  updatedBy: round.evaluator.id,
  updatedAt: bench.clock.now,
});
const scored = { state: 'scored', input: null } as const;

describe('the board', () => {
  it('says for every unit what it has done in each phase, and leaves bonus and vetoes out', async () => {
    const round = await createRound(bench, { phase: 'plan', settings: { procedure: whole } });
    const { db } = bench.database;
    const [c01, c04] = [round.unit('C01'), round.unit('C04')];
    const idOf = await indicatorIds(round);
    const bonus = round.leaves('county').find(({ role }) => role === 'bonus');
    if (!bonus) throw new Error('the system has a bonus leaf');
    const at = (code: string, unitId: string) => ({ ...written(round), unitId, indicatorId: idOf(code) });

    await db.insert(schema.claims).values([
      { ...at('A1-1', c01.id), ...scored, marks: '5' },
      { ...at('A1-2', c01.id), ...scored, state: 'not_applicable', marks: null },
      { ...at(bonus.code, c01.id), ...scored, marks: '1' },
      { ...at('A1-1', c04.id), ...scored, state: 'unscored', marks: null },
    ]);
    await db.insert(schema.claimSubmissions).values({
      assessmentId: round.assessmentId,
      unitId: c01.id,
      submittedBy: round.liaison.id,
      submittedAt: bench.clock.now,
    });
    await db.insert(schema.ratings).values([
      { ...at('A1-1', c01.id), ...scored, slot: 1, marks: '5' },
      { ...at('A1-2', c01.id), ...scored, slot: 1, marks: '0' },
      { ...at('A1-1', c01.id), ...scored, slot: 2, marks: '5' },
    ]);
    await db.insert(schema.scores).values([
      { ...at('A1-1', c01.id), ...scored, marks: round.indicator('A1-1').marks.county },
      { ...at('A1-2', c01.id), ...scored, marks: '0' },
    ]);
    const about = { assessmentId: round.assessmentId, unitId: c01.id };
    await db.insert(schema.arbitrationCases).values({
      ...about,
      id: randomUUID(),
      indicatorId: idOf('A1-2'),
      openedAt: bench.clock.now,
      reason: '',
    });
    const appeal = { ...about, statement: '', revision: 1, submittedBy: round.liaison.id, ruling: '' };
    await db.insert(schema.appeals).values(
      (['open', 'rejected', 'withdrawn'] as const).map((state) => ({
        ...appeal,
        id: randomUUID(),
        indicatorId: idOf('A1-1'),
        state,
        submittedAt: bench.clock.now,
      })),
    );

    const seen = await board(round);
    const leaves = round.leaves('county').filter(({ role }) => role === 'score').length;
    expect(unitOf(seen, 'C01')).toMatchObject({
      leaves,
      claimed: 2,
      claimSubmittedAt: bench.clock.now.toISOString(),
      scored: 2,
      secondScored: 1,
      deductions: 1,
      cases: { open: 1, ruled: 0 },
      appeals: { open: 1, ruled: 1 },
      late: [],
    });
    expect(unitOf(seen, 'C04')).toMatchObject({ claimed: 0, claimSubmittedAt: null, scored: 0, late: [] });
    expect(unitOf(seen, 'D01')).toMatchObject({ liaisons: 0, cases: { open: 0, ruled: 0 } });
  });

  it('counts for each evaluator the cells and leaves given and done', async () => {
    const round = await createRound(bench, { units: ['C01', 'C04'] });
    const idOf = await indicatorIds(round);
    await bench.database.db.insert(schema.scores).values({
      ...written(round),
      ...scored,
      unitId: round.unit('C01').id,
      indicatorId: idOf('A1-1'),
      marks: '1',
    });
    const { evaluators } = await board(round);
    const leaves = round.leaves('county').filter(({ role }) => role === 'score').length;
    const own = evaluators.find(({ userId }) => userId === round.evaluator.id);
    expect(own).toMatchObject({ leaves, done: 1, late: 0 });
    const other = evaluators.find(({ userId }) => userId === round.secondEvaluator.id);
    expect(other).toMatchObject({ leaves, done: 0 });
  });

  it('finds late what is open after the last day, and nothing on that day', async () => {
    const dates = { self_assessment: { start: '2020-10-01', end: '2020-10-12' } };
    const settings = { procedure: whole, phaseDates: dates };
    const round = await createRound(bench, { units: ['C01', 'C04'], phase: 'plan', settings });
    await move(round, 'self_assessment');
    await bench.database.db.insert(schema.claimSubmissions).values({
      assessmentId: round.assessmentId,
      unitId: round.unit('C01').id,
      submittedBy: round.liaison.id,
      submittedAt: bench.clock.now,
    });
    const today = bench.clock.now;
    try {
      // 2020-10-12 23:59 in Shanghai.
      bench.clock.now = new Date('2020-10-12T15:59:00Z');
      expect(await board(round)).toMatchObject({ overdueDays: 0, end: '2020-10-12' });
      bench.clock.now = new Date('2020-10-12T16:00:00Z');
      const late = await board(round);
      expect(late.overdueDays).toBe(1);
      expect(late.units.map(({ code, late: what }) => [code, what])).toEqual([
        ['C01', []],
        ['C04', ['claim']],
      ]);
    } finally {
      bench.clock.now = today;
    }
  });

  it('asks the database as often for forty units as for two', async () => {
    const small = await createRound(bench, { units: ['C01', 'C04'] });
    const all = (await small.organiser.call('GET', '/units').then((response) => response.json())) as {
      units: { code: string }[];
    };
    const [firstCode = 'C01', ...codes] = all.units.map(({ code }) => code);
    const large = await createRound(bench, { units: [firstCode, ...codes] });
    const few = await statementsOf(() => board(small));
    expect(few).toBeGreaterThan(5);
    expect(await statementsOf(() => board(large))).toBe(few);
  });
});

/** How many statements reach the database while something runs. */
async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  const { pool } = bench.database;
  const { query } = pool;
  let count = 0;
  pool.query = new Proxy(query, {
    apply: (target, self, args) => {
      count += 1;
      return Reflect.apply(target, self, args) as unknown;
    },
  });
  try {
    await run();
  } finally {
    pool.query = query;
  }
  return count;
}

it('tells openings, extensions and reopenings with their reasons, oldest first', async () => {
  const settings = {
    procedure: { ...whole, selfAssessment: false },
    phaseDates: { scoring: { start: '2020-10-01', end: '2020-10-31' } },
  };
  const round = await createRound(bench, { settings });
  const extension = { end: '2020-11-05', reason: '两个单位系统迁移' };
  await round.organiser.call('POST', `/assessments/${round.slug}/phase/extension`, extension);
  await move(round, 'arbitration', '按期结束');
  await move(round, 'scoring', '补评一项');
  const { events } = await read<{ events: PhaseEvent[] }>(round, 'phases');
  expect(
    events.map(({ kind, from, to, endBefore, end, reason }) => [kind, from, to, endBefore, end, reason]),
  ).toEqual([
    ['created', null, 'plan', null, null, ''],
    ['moved', 'plan', 'scoring', null, null, ''],
    ['extended', 'scoring', 'scoring', '2020-10-31', '2020-11-05', '两个单位系统迁移'],
    ['moved', 'scoring', 'arbitration', null, null, '按期结束'],
    ['moved', 'arbitration', 'scoring', null, null, '补评一项'],
  ]);
});
