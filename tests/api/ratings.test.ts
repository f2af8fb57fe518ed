import type { ArbitrationFile, ArbitrationList, Problem, RatingSheet } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
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

beforeAll(async () => {
  round = await createDoubleRound(bench);
});
beforeEach(() => emptyDoubleRound(bench, round));

const sheet = '/assessments/2020/score-sheets/C01';
const caseOf = (leaf: string) => `/assessments/2020/arbitration/C01/${leaf}`;

/** The consolidated score of a leaf of C01 as the organiser reads it. */
async function scoreOf(leaf: string) {
  const { body } = await call<{ scores: { indicator: string; state: string; marks: string | null }[] }>(
    round.organiser,
    ['GET', sheet],
  );
  return body.scores.find(({ indicator }) => indicator === leaf);
}

async function originOf(leaf: string) {
  const [row] = await bench.database.db
    .select()
    .from(schema.scores)
    .where(
      and(
        eq(schema.scores.unitId, round.unitIds.C01),
        eq(schema.scores.indicatorId, round.indicatorIds.get(leaf) ?? ''),
      ),
    );
  return row?.origin;
}

function codeOf({ body }: { body: unknown }): string {
  return (body as Problem).code;
}

const openCases = async () =>
  (await call<ArbitrationList>(round.reviewer, ['GET', '/assessments/2020/arbitration'])).body.cases;

function rule(by: Person, body: Record<string, unknown>, leaf = 'A1-1') {
  const ruling = { expectedRevision: 0, state: 'scored', reason: '以截图为准', ...body };
  return call<ArbitrationFile>(by, ['PUT', caseOf(leaf), ruling]);
}

describe('handing in', () => {
  it('lists what is not scored, and what lacks a reason or evidence unless that is accepted', async () => {
    await rate(round.first, ['C01', 'A1-1'], { method: 'graded', level: 'half' });
    const refused = await call<Problem>(round.first, ['POST', `${sheet}/hand-in`, { families: ['A'] }]);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'rating-incomplete',
      errors: [
        { path: 'A1-1', message: '缺少扣分理由、缺少佐证材料' },
        { path: 'A1-2', message: '未评分' },
      ],
    });
    const accepted = await handIn<Problem>(round.first);
    expect(accepted.body.errors?.map(({ path }) => path)).toEqual(['A1-2']);
  });

  it('closes the cells for their rater, evidence too, and is no mistake twice', async () => {
    await rateA(round.first, 'full');
    expect((await handIn(round.first)).status).toBe(200);
    expect((await handIn(round.first)).status).toBe(200);
    const write = { expectedRevision: 1, state: 'unscored', input: null, reason: '' };
    const late = await call(round.first, ['PUT', `${sheet}/scores/A1-1`, write]);
    expect([late.status, codeOf(late)]).toEqual([409, 'rating-submitted']);
    const link = { title: '首页', url: 'https://example.com/', capturedAt: '2020-10-12T00:00:00Z' };
    const added = await call(round.first, ['POST', `${sheet}/scores/A1-1/evidence/links`, link]);
    expect([added.status, codeOf(added)]).toEqual([409, 'rating-submitted']);
    // The other family and the other rater go on.
    await rate(round.first, ['C01', 'B-1'], {
      method: 'ratio',
      numerator: 1,
      denominator: 1,
      deductions: [],
    });
    await rateA(round.second, 'full');
  });

  it('is for the raters of the family only', async () => {
    for (const families of [['Z'], ['A', 'Z']])
      expect((await handIn(round.first, families)).status).toBe(404);
    expect((await handIn(round.colleague)).status).toBe(404);
    await bench.database.db.update(schema.assessments).set({ phase: 'final' });
    expect(codeOf(await handIn(round.first))).toBe('wrong-phase');
  });

  it('of both at once settles once', async () => {
    await rateA(round.first, 'full');
    await rateA(round.second, 'none');
    const answers = await Promise.all([handIn(round.first), handIn(round.second)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await openCases()).map(({ indicator }) => indicator.code)).toEqual(['A1-1']);
    expect(await scoreOf('A1-2')).toMatchObject({ state: 'scored', marks: '4' });
  });
});

describe('two raters who have handed in', () => {
  it('agree up to the threshold, and go to arbitration just above it', async () => {
    // A1-2 is worth 4 marks; a late one costs a quarter of them: 1 mark, that is 25 per cent.
    await bench.database.db
      .update(schema.assessments)
      .set({ procedure: { ...(await procedure()), arbitrationThreshold: 0.25 } });
    await rateA(round.first, 'full');
    await rateA(round.second, 'full', { late: 1 });
    await handIn(round.first);
    await handIn(round.second);
    expect(await openCases()).toEqual([]);
    expect(await scoreOf('A1-2')).toMatchObject({ marks: '3.5', reason: '核查时缺少材料' });
    expect(await originOf('A1-2')).toBe('agreed');

    await emptyDoubleRound(bench, round);
    await bench.database.db
      .update(schema.assessments)
      .set({ procedure: { ...(await procedure()), arbitrationThreshold: 0.2499999 } });
    await rateA(round.first, 'full');
    await rateA(round.second, 'full', { late: 1 });
    await handIn(round.first);
    await handIn(round.second);
    expect((await openCases()).map(({ indicator }) => indicator.code)).toEqual(['A1-2']);
    expect(await scoreOf('A1-2')).toMatchObject({ state: 'unscored' });
  });

  it('see each other; leaves that wait for a ruling do not count as unscored', async () => {
    await rateA(round.first, 'full', { reason: '甲的理由' });
    await rate(round.second, ['C01', 'A1-1'], 'NA', '乙认为不适用');
    await rate(round.second, ['C01', 'A1-2'], { method: 'deduct', deductions: [] }, '乙的理由');
    await handIn(round.first);
    const { body } = await handIn<RatingSheet>(round.second);
    expect(body.families.find(({ family }) => family === 'A')).toMatchObject({ own: 2, both: true });
    const leaf = body.leaves.find(({ indicator }) => indicator === 'A1-1');
    expect(leaf).toMatchObject({ outcome: 'open', ratings: [{ slot: 1 }, { slot: 2 }] });
    expect(body.leaves.find(({ indicator }) => indicator === 'A1-2')?.score).toMatchObject({
      marks: '4',
      reason: '甲的理由\n乙的理由',
    });
    const closing = { to: 'arbitration', reason: '', acceptUnscored: false };
    const refused = await call<Problem>(round.organiser, ['POST', '/assessments/2020/phase', closing]);
    // C01 B-1; C02 A1-1, A1-2, B-1; D01 A1-1, A1-2, B-1, B-2.
    expect(refused.body.detail).toContain('8');
  });
});

describe('arbitration', () => {
  beforeEach(async () => {
    await rateA(round.first, 'full', { reason: '甲的理由' });
    await rateA(round.second, 'none', { reason: '乙的理由' });
    await handIn(round.first);
    await handIn(round.second);
  });

  it('shows both sides and writes what the reviewer rules', async () => {
    const file = await call<ArbitrationFile>(round.reviewer, ['GET', caseOf('A1-1')]);
    expect(file.body.ratings).toMatchObject([
      { slot: 1, marks: '4', reason: '甲的理由' },
      { slot: 2, marks: '0', reason: '乙的理由' },
    ]);
    expect(file.body.case).toMatchObject({ ruling: null, mayRule: true });
    const ruled = await rule(round.reviewer, { input: { method: 'graded', level: 'half' } });
    expect(ruled.status).toBe(200);
    expect(ruled.body.case.ruling).toMatchObject({ state: 'scored', marks: '2', reason: '以截图为准' });
    expect(await scoreOf('A1-1')).toMatchObject({ marks: '2', reason: '以截图为准' });
    expect(await originOf('A1-1')).toBe('arbitration');
  });

  it('can be put right while it is open, but not over a ruling one has not seen', async () => {
    const half = { input: { method: 'graded', level: 'half' } };
    await rule(round.reviewer, half);
    const stale = await rule(round.reviewer, half);
    expect([stale.status, codeOf(stale)]).toEqual([409, 'stale']);
    const next = await rule(round.reviewer, {
      ...half,
      expectedRevision: 1,
      state: 'not_applicable',
      input: null,
    });
    expect(next.body.case.ruling).toMatchObject({ state: 'not_applicable' });
  });

  it('is told to the reviewer once for the unit', async () => {
    const { messages } = (
      await call<{ messages: { kind: string; body: string; path: string }[] }>(round.reviewer, [
        'GET',
        '/inbox',
      ])
    ).body;
    // Other tests of this file leave messages of the same moment, which come in any order.
    const path = '/work/assessments/2020/scoring/arbitration/C01/A1-1';
    const told = messages.find((message) => message.kind === 'case-waiting' && message.path === path);
    expect(told?.body).toContain('A1-1');
  });

  it('needs a reason and an entry that fits the rule', async () => {
    for (const body of [
      { input: { method: 'graded', level: 'half' }, reason: ' ' },
      { input: { method: 'graded', level: 'best' } },
      { input: null, state: 'unscored' },
    ]) {
      const refused = await rule(round.reviewer, body);
      expect([refused.status, codeOf(refused)]).toEqual([422, 'invalid-input']);
    }
  });

  it('is not for a rater, nor for somebody of the unit, nor for the organiser', async () => {
    const half = { input: { method: 'graded', level: 'half' } };
    const grants = { assessmentId: round.id };
    await bench.database.db
      .insert(schema.roleGrants)
      .values({ id: crypto.randomUUID(), userId: round.second.id, role: 'reviewer', ...grants });
    const insider = await bench.person([{ role: 'reviewer', ...grants }], { homeUnitId: round.unitIds.C01 });
    for (const person of [round.second, insider]) {
      const refused = await rule(person, half);
      expect([refused.status, codeOf(refused)]).toEqual([409, 'own-rating']);
      const seen = await call<ArbitrationFile>(person, ['GET', caseOf('A1-1')]);
      expect(seen.body.case.mayRule).toBe(false);
    }
    expect(codeOf(await rule(round.organiser, half))).toBe('forbidden');
    await bench.database.db
      .delete(schema.roleGrants)
      .where(and(eq(schema.roleGrants.userId, round.second.id), eq(schema.roleGrants.role, 'reviewer')));
  });

  it('is over with its phase', async () => {
    await bench.database.db.update(schema.assessments).set({ phase: 'final' });
    const refused = await rule(round.reviewer, { input: { method: 'graded', level: 'half' } });
    expect(codeOf(refused)).toBe('wrong-phase');
  });
});

describe('giving back', () => {
  const withdraw = (slot: number, reason = '发现漏看材料') =>
    call<RatingSheet>(round.organiser, [
      'POST',
      `${sheet}/hand-in/withdrawal`,
      { family: 'A', slot, reason },
    ]);

  it('takes scores, cases and rulings back, and they follow anew', async () => {
    await rateA(round.first, 'full');
    await rateA(round.second, 'none');
    await handIn(round.first);
    await handIn(round.second);
    await rule(round.reviewer, { input: { method: 'graded', level: 'half' } });
    const { body } = await withdraw(2);
    const inboxOf = async (person: Person) =>
      (await call<{ messages: { kind: string; path: string }[] }>(person, ['GET', '/inbox'])).body.messages;
    const returned = (await inboxOf(round.second)).filter(({ kind }) => kind === 'scores-returned');
    expect(returned).toMatchObject([{ path: '/work/assessments/2020/scoring/units/C01' }]);
    expect((await inboxOf(round.first)).some(({ kind }) => kind === 'scores-returned')).toBe(false);
    expect(body.families.find(({ family }) => family === 'A')?.both).toBe(false);
    expect(body.leaves).toEqual([]);
    expect(await openCases()).toEqual([]);
    expect(await scoreOf('A1-1')).toMatchObject({ state: 'unscored', marks: null });
    expect(await scoreOf('A1-2')).toMatchObject({ state: 'unscored', marks: null });

    await rateA(round.second, 'full');
    await handIn(round.second);
    expect(await openCases()).toEqual([]);
    expect(await scoreOf('A1-1')).toMatchObject({ state: 'scored', marks: '4' });
    expect(await originOf('A1-1')).toBe('agreed');
  });

  it('needs a reason, something handed in, and the phase of scoring', async () => {
    expect(codeOf(await withdraw(1))).toBe('not-found');
    await rateA(round.first, 'full');
    await handIn(round.first);
    expect(codeOf(await withdraw(1, ''))).toBe('reason-required');
    await bench.database.db.update(schema.assessments).set({ phase: 'arbitration' });
    expect(codeOf(await withdraw(1))).toBe('wrong-phase');
  });
});

describe('agreement', () => {
  it('compares what both handed in, and shows who is milder', async () => {
    await rateA(round.first, 'full');
    await rateA(round.second, 'half', { late: 1 });
    await handIn(round.first);
    const path = '/assessments/2020/agreement?atLeast=2';
    const before = await call<{ overall: { n: number } }>(round.organiser, ['GET', path]);
    expect(before.body.overall.n).toBe(0);
    await handIn(round.second);
    const { body } = await call(round.organiser, ['GET', path]);
    // Shares 1 and 0.5, 1 and 0.75: the first is 0.375 milder on the average.
    expect(body).toMatchObject({
      overall: { n: 2, percent: 0, arbitrated: 2, difference: 0.375 },
      indicators: [
        { code: 'A1-1', n: 1, unclear: false },
        { code: 'A1-2', n: 1, unclear: false },
      ],
      pairs: [{ n: 2 }],
    });
    const raters = (body['raters'] as { rater: { id: string }; leniency: number }[]).map((one) => [
      one.rater.id,
      one.leniency,
    ]);
    expect(new Map(raters as [string, number][])).toEqual(
      new Map([
        [round.first.id, 0.375],
        [round.second.id, -0.375],
      ]),
    );
  });
});

async function procedure() {
  const [row] = await bench.database.db.select().from(schema.assessments);
  if (!row) throw new Error('no round');
  return row.procedure;
}
