import type { CheckReport, NotApplicableList } from '@gongping/contracts';
import { procedureOff, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import {
  call,
  createDoubleRound,
  emptyDoubleRound,
  handIn,
  rate,
  rateA,
  type DoubleRound,
} from '../support/double-round.ts';

const bench = useBench();
let round: DoubleRound;
const list = '/assessments/2020/not-applicable';
const reason = '该单位无此职能';

beforeAll(async () => {
  round = await createDoubleRound(bench);
});

async function setRound(change: Partial<typeof schema.assessments.$inferInsert>): Promise<void> {
  await bench.database.db.update(schema.assessments).set(change).where(eq(schema.assessments.id, round.id));
}

async function items(person: Person): Promise<NotApplicableList['items']> {
  const { status, body } = await call<NotApplicableList>(person, ['GET', list]);
  expect(status).toBe(200);
  return body.items;
}

async function decide(person: Person, outcome: string, about: { revision?: number; reason?: string } = {}) {
  const { revision = 1, reason: why = '' } = about;
  const cells = [{ unit: 'C01', indicator: 'A1-1', revision }];
  return call<{ code?: string }>(person, ['POST', `${list}/decisions`, { outcome, reason: why, cells }]);
}

/** Severity of the findings that something N/A is not approved, by subject without the fingerprint. */
async function unapproved(): Promise<string[]> {
  const { body } = await call<CheckReport>(round.organiser, ['GET', '/assessments/2020/checks']);
  const found = body.checks.find(({ check }) => check === 'na-not-approved')?.findings ?? [];
  return found.map(({ severity, subject }) => `${severity} ${subject.split('#')[0] ?? ''}`);
}

const inboxOf = async (person: Person) => {
  const { body } = await call<{ messages: { kind: string; path: string; body: string }[] }>(person, [
    'GET',
    '/inbox',
  ]);
  return body.messages;
};

describe('in a round scored once', () => {
  beforeEach(async () => {
    await emptyDoubleRound(bench, round);
    await setRound({ procedure: procedureOff });
    await rate(round.first, ['C01', 'A1-1'], 'NA', reason);
  });

  it('N/A waits for its approval, which takes the severe finding away', async () => {
    expect(await items(round.reviewer)).toMatchObject([
      {
        unit: { code: 'C01' },
        indicator: { code: 'A1-1' },
        state: 'pending',
        reason,
        revision: 1,
        mayDecide: true,
        decision: null,
      },
    ]);
    expect(await unapproved()).toEqual(['severe C01/A1-1']);
    expect((await decide(round.reviewer, 'approved')).status).toBe(200);
    expect(await unapproved()).toEqual([]);
    expect(await items(round.first)).toMatchObject([{ state: 'approved', mayDecide: false }]);
  });

  it('what is written anew waits anew', async () => {
    await decide(round.organiser, 'approved');
    await rate(round.first, ['C01', 'A1-1'], 'NA', '该县没有这类机构');
    expect(await unapproved()).toEqual(['severe C01/A1-1']);
    expect(await items(round.reviewer)).toMatchObject([{ state: 'pending', revision: 2, decision: null }]);
    expect(await decide(round.reviewer, 'approved')).toMatchObject({
      status: 409,
      body: { code: 'na-changed' },
    });
  });

  it('a rejection needs a reason, tells the evaluator, and stays severe until it is scored', async () => {
    expect(await decide(round.reviewer, 'rejected')).toMatchObject({
      status: 422,
      body: { code: 'reason-required' },
    });
    expect((await decide(round.reviewer, 'rejected', { reason: '有此职能' })).status).toBe(200);
    expect(await unapproved()).toEqual(['severe C01/A1-1']);
    expect((await inboxOf(round.first))[0]).toMatchObject({
      kind: 'na-rejected',
      path: '/work/assessments/2020/scoring/units/C01?leaf=A1-1',
    });
    await rate(round.first, ['C01', 'A1-1'], { method: 'graded', level: 'full' });
    expect(await unapproved()).toEqual([]);
    expect(await items(round.reviewer)).toEqual([]);
  });

  it('is decided by a reviewer or organiser who did not score it and is not of the unit', async () => {
    expect((await decide(round.first, 'approved')).status).toBe(403);
    const grants = (['evaluator', 'organiser'] as const).map((role) => ({ role, assessmentId: round.id }));
    const own = await bench.person(grants);
    const { db } = bench.database;
    const ofFirst = eq(schema.assignments.evaluatorId, round.first.id);
    await db.update(schema.assignments).set({ evaluatorId: own.id }).where(ofFirst);
    expect(await decide(own, 'approved')).toMatchObject({ status: 409, body: { code: 'may-not-rule' } });
    const ofOwn = eq(schema.assignments.evaluatorId, own.id);
    await db.update(schema.assignments).set({ evaluatorId: round.first.id }).where(ofOwn);
    const homeUnitId = round.unitIds.C01;
    const insider = await bench.person([{ role: 'reviewer', assessmentId: round.id }], { homeUnitId });
    expect(await decide(insider, 'approved')).toMatchObject({ status: 409, body: { code: 'may-not-rule' } });
  });

  it('is approved until it is final, and rejected only while it can be scored', async () => {
    await setRound({ phase: 'final' });
    const refused = await decide(round.organiser, 'rejected', { reason: '有此职能' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrong-phase' } });
    expect((await decide(round.organiser, 'approved')).status).toBe(200);
  });

  it('is told in the life of the score', async () => {
    await decide(round.organiser, 'approved');
    const path = '/assessments/2020/score-sheets/C01/scores/A1-1/history';
    const { body } = await call<{ entries: { stage: string }[] }>(round.first, ['GET', path]);
    expect(body.entries.slice(-2).map(({ stage }) => stage)).toEqual(['score', 'na-approved']);
  });

  it('is seen by whoever sees the leaf', async () => {
    expect(await items(round.colleague)).toEqual([]);
    expect((await call(round.organiser, ['GET', `${list}?unit=C02`])).body).toMatchObject({ items: [] });
  });
});

describe('in a round scored twice', () => {
  beforeEach(async () => {
    await emptyDoubleRound(bench, round);
    await setRound({ procedure: { ...procedureOff, doubleScoring: true } });
  });

  async function bothSay(first: unknown, second: unknown): Promise<void> {
    for (const [person, said] of [
      [round.first, first],
      [round.second, second],
    ] as const) {
      await rateA(person, 'full');
      await rate(person, ['C01', 'A1-1'], said, reason);
      await handIn(person);
    }
  }

  it('one N/A against a score is a case, whatever the marks', async () => {
    await bothSay('NA', { method: 'graded', level: 'none' });
    const { body } = await call<{ cases: unknown[] }>(round.reviewer, [
      'GET',
      '/assessments/2020/arbitration',
    ]);
    expect(body.cases).toMatchObject([{ indicator: { code: 'A1-1' }, ruling: null }]);
    expect(await items(round.organiser)).toEqual([]);
  });

  it('two N/A wait for approval, and are nobody’s to see before both have handed in', async () => {
    await rateA(round.first, 'full');
    await rate(round.first, ['C01', 'A1-1'], 'NA', reason);
    await handIn(round.first);
    expect(await items(round.organiser)).toEqual([]);
    await rateA(round.second, 'full');
    await rate(round.second, ['C01', 'A1-1'], 'NA', reason);
    await handIn(round.second);
    const [waiting] = await items(round.organiser);
    expect(waiting).toMatchObject({ state: 'pending' });
    expect(waiting?.by).toHaveLength(2);
    expect(await unapproved()).toEqual(['severe C01/A1-1']);
  });

  it('rejected, they become a case; what is ruled needs no approval', async () => {
    await bothSay('NA', 'NA');
    expect((await decide(round.organiser, 'rejected', { reason: '有此职能' })).status).toBe(200);
    expect(await items(round.organiser)).toEqual([]);
    const path = '/assessments/2020/arbitration/C01/A1-1';
    const { body } = await call<{ score: { revision: number; state: string } }>(round.reviewer, [
      'GET',
      path,
    ]);
    expect(body).toMatchObject({ case: { ruling: null }, score: { state: 'unscored' } });
    const ruling = { expectedRevision: body.score.revision, state: 'not_applicable', input: null, reason };
    expect((await call(round.reviewer, ['PUT', path, ruling])).status).toBe(200);
    expect(await unapproved()).toEqual([]);
  });
});
