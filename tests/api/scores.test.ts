import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { missingOf, scoreRows } from '../../apps/api/src/features/score-sheets/score-rows.ts';
import { useBench } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';
import { full, get, half, put, scorePath, scored } from '../support/scoring-calls.ts';

const bench = useBench();
let round: ScoringRound;

beforeAll(async () => {
  round = await createScoringRound(bench);
});

beforeEach(async () => {
  const { db } = bench.database;
  await db.delete(schema.scores);
  await db.update(schema.assessments).set({ phase: 'scoring' }).where(eq(schema.assessments.id, round.id));
});

describe('PUT a score', () => {
  it('computes the marks from the input and says what is missing', async () => {
    const { status, body } = await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, half));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'scored',
      marks: '2',
      fullMarks: '4',
      revision: 1,
      missing: ['reason', 'evidence'],
      updatedAt: '2020-10-12T02:00:00.000Z',
    });
  });

  it('keeps unscored, zero and not applicable apart', async () => {
    const path = scorePath('C01', 'A1-1');
    const zero = await put(round.evaluator, path, scored(0, { method: 'graded', level: 'none' }, '未见'));
    expect(zero.body).toMatchObject({ state: 'scored', marks: '0', missing: ['evidence'], revision: 1 });
    const na = { expectedRevision: 1, state: 'not_applicable', input: null, reason: '不属于编报主体' };
    expect((await put(round.evaluator, path, na)).body).toMatchObject({
      state: 'not_applicable',
      marks: null,
      input: null,
      missing: [],
      revision: 2,
    });
    const cleared = { expectedRevision: 2, state: 'unscored', input: null, reason: '' };
    expect((await put(round.evaluator, path, cleared)).body).toMatchObject({
      state: 'unscored',
      marks: null,
      revision: 3,
    });
  });

  it('keeps marks exactly: a third of 4 has ten decimals', async () => {
    const input = { method: 'ratio', numerator: 1, denominator: 3, deductions: [] };
    const { body } = await put(round.colleague, scorePath('D01', 'B-1'), scored(0, input, '抽查三件'));
    expect(body['marks']).toBe('2');
    const seventh = { ...input, denominator: 7 };
    const next = await put(round.colleague, scorePath('D01', 'B-1'), scored(1, seventh, '抽查七件'));
    expect(next.body['marks']).toBe('0.8571428571');
  });

  it.each([
    ['A1-1', { method: 'graded', level: 'unknown' }, 'input.level'],
    ['A1-1', { method: 'veto', triggered: true }, 'input.method'],
    ['X-1', { method: 'bonus', marks: 5.01 }, 'input.marks'],
    ['X-1', { method: 'bonus', marks: -1 }, 'input.marks'],
    [
      'A1-2',
      { method: 'deduct', deductions: [{ item: 'none', count: 1, reason: '' }] },
      'input.deductions.0.item',
    ],
    ['A1-1', null, 'input'],
  ])('refuses what the rule of %s does not take: %j', async (indicator, input, path) => {
    const { status, body } = await put(round.evaluator, scorePath('C01', indicator), scored(0, input));
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid-input', errors: [{ path }] });
    expect(await bench.database.db.select().from(schema.scores)).toEqual([]);
  });

  it('says in the language of the reader what is wrong', async () => {
    const input = { method: 'ratio', numerator: 4, denominator: 3, deductions: [] };
    const path = scorePath('D01', 'B-1');
    const zh = await put(round.colleague, path, scored(0, input));
    expect(zh.body).toMatchObject({ errors: [{ message: '分子 4 大于分母 3，请核对。' }] });
    const en = await put(round.colleague, path, {
      ...scored(0, input),
      headers: { 'accept-language': 'en' },
    });
    expect(en.body).toMatchObject({
      errors: [{ message: 'The numerator 4 is above the denominator 3; check both.' }],
    });
  });

  it('takes full bonus marks, but no more', async () => {
    const input = { method: 'bonus', marks: 5 };
    const { body } = await put(round.evaluator, scorePath('C01', 'X-1'), scored(0, input));
    expect(body).toMatchObject({ marks: '5', missing: ['reason', 'evidence'] });
  });

  it('needs a reason for not applicable', async () => {
    const na = { expectedRevision: 0, state: 'not_applicable', input: null, reason: '  ' };
    const { status, body } = await put(round.evaluator, scorePath('C01', 'A1-1'), na);
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ path: 'reason' }] });
  });

  it('answers 404 for a cell of somebody else, and 403 to people who do not score', async () => {
    for (const path of [
      scorePath('C01', 'B-1'),
      scorePath('D01', 'A1-1'),
      scorePath('C01', 'B-2'),
      scorePath('C01', 'D-1'),
    ])
      expect((await put(round.evaluator, path, scored(0, full))).status).toBe(404);
    expect((await put(round.organiser, scorePath('C01', 'A1-1'), scored(0, full))).status).toBe(403);
    expect(await bench.database.db.select().from(schema.scores)).toEqual([]);
  });

  it('gives the bonus to whoever is assigned to it by name, else to the evaluator of the first family', async () => {
    const { db } = bench.database;
    const named = { assessmentId: round.id, unitId: round.unitIds.C02, family: 'X' };
    await db.insert(schema.assignments).values({ ...named, evaluatorId: round.colleague.id });
    const bonus = scored(0, { method: 'bonus', marks: 1 });
    expect((await put(round.evaluator, scorePath('C02', 'X-1'), bonus)).status).toBe(404);
    expect((await put(round.colleague, scorePath('C02', 'X-1'), bonus)).status).toBe(200);
    expect((await put(round.evaluator, scorePath('C01', 'X-1'), bonus)).status).toBe(200);
    await db.delete(schema.assignments).where(eq(schema.assignments.family, 'X'));
  });

  it.each(['plan', 'final', 'published'] as const)('is refused in the phase %s', async (phase) => {
    const { db } = bench.database;
    await db.update(schema.assessments).set({ phase }).where(eq(schema.assessments.id, round.id));
    const { status, body } = await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, full));
    expect(status).toBe(409);
    expect(body['code']).toBe('wrong-phase');
    expect(body['detail']).not.toMatch(/[{}]/);
    expect((await get(round.evaluator, '/assessments/2020/score-sheets/C01')).body['writable']).toBe(false);
  });

  it('refuses a stale write with the newer score and the name of who saved it', async () => {
    const path = scorePath('C01', 'A1-1');
    await put(round.evaluator, path, scored(0, half, '半数'));
    const { status, body } = await put(round.evaluator, path, scored(0, full));
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'stale',
      current: { revision: 1, marks: '2', reason: '半数' },
      detail: expect.stringContaining('测试人员') as string,
    });
    expect((await put(round.evaluator, path, scored(2, full))).status).toBe(409);
  });

  it('takes a write sent twice for one: no conflict, no further revision, no further audit entry', async () => {
    const path = scorePath('C02', 'A1-1');
    const write = scored(0, half, '半数');
    const first = await put(round.evaluator, path, write);
    const second = await put(round.evaluator, path, write);
    expect(second).toEqual(first);
    const { body } = await get(round.evaluator, `${path}/history`);
    expect(body['entries']).toHaveLength(1);
  });

  test.skipIf(!onPostgres())(
    'of ten writers at once one wins and nine see its score (the embedded database has one connection)',
    async () => {
      for (const expected of [0, 1]) {
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            put(round.evaluator, scorePath('C01', 'A1-2'), {
              ...scored(expected, { method: 'deduct', deductions: [] }),
              reason: `${expected}/${index}`,
            }),
          ),
        );
        const [winner, ...others] = answers.filter(({ status }) => status === 200);
        expect(others).toEqual([]);
        const losers = answers.filter(({ status }) => status === 409);
        expect(losers).toHaveLength(9);
        for (const loser of losers)
          expect(loser.body).toMatchObject({ code: 'stale', current: winner?.body });
        expect(winner?.body['revision']).toBe(expected + 1);
      }
      const { body } = await get(round.evaluator, `${scorePath('C01', 'A1-2')}/history`);
      expect(body['entries']).toHaveLength(2);
      const { body: check } = await get(round.organiser, '/assessments/2020/audit/verification');
      expect(check['brokenAt']).toBeNull();
    },
  );

  test.skipIf(!onPostgres())(
    'never lands after the scoring was closed (the embedded database has one connection)',
    async () => {
      const { db } = bench.database;
      let waiting: ReturnType<typeof put> | undefined;
      await db.transaction(async (tx) => {
        await tx
          .update(schema.assessments)
          .set({ phase: 'final' })
          .where(eq(schema.assessments.id, round.id));
        waiting = put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, full));
        // The write has read the old phase and waits for this transaction.
        await expect
          .poll(async () => {
            const locks = await bench.database.pool.query('select 1 from pg_locks where not granted');
            return locks.rowCount;
          })
          .toBeGreaterThan(0);
      });
      expect(await waiting).toMatchObject({ status: 409, body: { code: 'wrong-phase' } });
      expect(await db.select().from(schema.scores)).toEqual([]);
    },
  );
});

describe('GET a score’s history', () => {
  it('tells from what to what it went, oldest first, and by whom', async () => {
    const path = scorePath('C02', 'A1-2');
    const late = { method: 'deduct', deductions: [{ item: 'late', count: 2, reason: '迟报两次' }] };
    await put(round.evaluator, path, scored(0, { method: 'deduct', deductions: [] }));
    await put(round.evaluator, path, scored(1, late));
    const { body } = await get(round.reviewer, `${path}/history`);
    expect(body['entries']).toMatchObject([
      { from: null, to: { state: 'scored', marks: '4', reason: '' } },
      { from: { state: 'scored', marks: '4' }, to: { state: 'scored', marks: '2' } },
    ]);
    expect((await get(round.colleague, `${path}/history`)).status).toBe(404);
  });
});

describe('what results are computed from', () => {
  it('scoreRows gives every score with its codes', async () => {
    await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, half, '半数'));
    expect(await scoreRows(bench.database.db, round.id)).toMatchObject([
      { unitCode: 'C01', indicatorCode: 'A1-1', state: 'scored', marks: 2, reason: '半数', revision: 1 },
    ]);
  });

  it('missingOf wants no reason beside deductions that all give theirs, but evidence', () => {
    const rule = {
      method: 'deduct',
      items: [{ code: 'late', label: { zh: '', en: '' }, share: 0.5, per: 'once' }],
    } as const;
    const score = (reason: string) => ({
      state: 'scored' as const,
      input: { method: 'deduct' as const, deductions: [{ item: 'late', count: 1, reason }] },
      marks: 2,
      reason: '',
    });
    const leaf = { rule, fullMarks: 4 };
    expect(missingOf(score('迟报'), leaf, 0)).toEqual(['evidence']);
    expect(missingOf(score(''), leaf, 1)).toEqual(['reason']);
    expect(missingOf(score('迟报'), leaf, 1)).toEqual([]);
  });
});
