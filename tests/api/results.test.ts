import { openPointList, ranking, unitResult } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { addEvidence, answerSurvey, scoreRound, type Judge } from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;

/*
 * By hand, with `na` the full marks of the leaf that is N/A.
 * C01  full marks 100, appraisal 80 (100 answers of 满意): 0.8·100 + 0.2·80 = 96
 * C04  half of every leaf: 50; without a score of the appraisal the tree has the whole weight: 50
 * D01  one leaf N/A, one short of 1, bonus 0.5: 100·(99 − na)/(100 − na) + 0.5
 * D23  one leaf unscored, else full: 100
 */
const judge: Judge = (unit, { code, role, fullMarks }) => {
  if (role === 'bonus') return unit === 'D01' ? { marks: '0.5' } : undefined;
  if (role === 'veto') return undefined;
  if (unit === 'C04') return { marks: String(Number(fullMarks) / 2) };
  if (unit === 'D01' && code === naLeaf) return 'NA';
  if (unit === 'D01' && code === shortLeaf) return { marks: String(Number(fullMarks) - 1) };
  if (unit === 'D23' && code === naLeaf) return undefined;
  return { marks: fullMarks };
};
let naLeaf = '';
let shortLeaf = '';
let naMarks = 0;

beforeAll(async () => {
  round = await createRound(bench);
  const [first, second] = round.leaves('department').filter(({ role }) => role === 'score');
  naLeaf = first?.code ?? '';
  naMarks = Number(first?.marks.department);
  shortLeaf = second?.code ?? '';
  await scoreRound(bench, round, judge);
  await addEvidence(bench, round, { unit: 'D01', leaf: shortLeaf });
  await answerSurvey(bench, round, { unit: 'C01', count: 100, grade: 'satisfied' });
  await answerSurvey(bench, round, { unit: 'C04', count: 99, grade: 'dissatisfied' });
});

const get = (path: string) => round.leader.call('GET', `/assessments/${round.slug}/${path}`);
const readRanking = async () => ranking.parse(await (await get('results')).json());
const find = async (code: string) => (await readRanking()).units.find((unit) => unit.code === code);

describe('GET /assessments/{slug}/results', () => {
  it('mixes the third-party score and the appraisal', async () => {
    const unit = await find('C01');
    expect(unit).toMatchObject({ rank: 1, thirdParty: 100, social: 80, band: 'excellent', rawMarks: 100 });
    expect(unit?.total).toBe(96);
    expect(unit?.socialPoints).toBeCloseTo(16, 10);
  });

  it('gives the tree the whole weight where the sample is too small, and says so', async () => {
    expect(await find('C04')).toMatchObject({
      rank: 2,
      total: 50,
      band: 'fail',
      social: null,
      socialReason: 'sample-too-small',
      socialPoints: 0,
    });
  });

  it('rescales by applicable marks and adds the bonus', async () => {
    const unit = await find('D01');
    expect(unit?.thirdParty).toBeCloseTo((100 * (99 - naMarks)) / (100 - naMarks), 10);
    expect(unit?.total).toBeCloseTo((100 * (99 - naMarks)) / (100 - naMarks) + 0.5, 9);
    expect(unit).toMatchObject({ bonus: 0.5, rawMarks: 99 - naMarks, applicableMarks: 100 - naMarks });
  });

  it('leaves unscored leaves out and counts them', async () => {
    expect(await find('D23')).toMatchObject({ total: 100, unscored: 1, applicableMarks: 100 - naMarks });
    expect(await find('C01')).toMatchObject({ unscored: 0 });
  });

  it('splits every total into families, appraisal and bonus', async () => {
    const { units } = await readRanking();
    for (const unit of units) {
      const points = Object.values(unit.families).reduce((sum, family) => sum + family.points, 0);
      expect(points + unit.socialPoints + unit.bonus, unit.code).toBeCloseTo(unit.total ?? 0, 9);
    }
  });

  it('ranks counties and departments apart, the best first', async () => {
    const { units } = await readRanking();
    expect(units.map(({ code, rank }) => `${code} ${rank}`)).toEqual(['C01 1', 'C04 2', 'D23 1', 'D01 2']);
  });

  it('gives the share of every leaf, null where it is N/A, unscored or not for the kind', async () => {
    const { leaves } = await readRanking();
    const leaf = leaves.find(({ code }) => code === naLeaf);
    expect(leaf?.shares).toMatchObject({ D01: null, D23: null });
    const short = leaves.find(({ code }) => code === shortLeaf);
    const full = Number(round.indicator(shortLeaf).marks.department);
    expect(short?.shares['D01']).toBeCloseTo((full - 1) / full, 9);
    const countyOnly = round.leaves('county').find(({ unitKinds }) => !unitKinds.includes('department'));
    expect(leaves.find(({ code }) => code === countyOnly?.code)?.shares['D01']).toBeNull();
  });

  it('is live and says its method', async () => {
    expect(await readRanking()).toMatchObject({
      basis: 'live',
      version: null,
      method: { socialWeight: 0.2, thirdPartyWeight: 0.8, minimumSample: 100, bonusCap: 5 },
      families: [{ code: 'A' }, { code: 'B' }, { code: 'C' }, { code: 'D' }],
    });
  });

  it('is for the organiser and leaders only', async () => {
    const path = `/assessments/${round.slug}/results`;
    expect((await bench.anonymous('GET', path)).status).toBe(401);
    expect((await round.evaluator.call('GET', path)).status).toBe(403);
    expect((await round.liaison.call('GET', path)).status).toBe(403);
    expect((await round.leader.call('GET', '/assessments/1999/results')).status).toBe(404);
  });
});

describe('GET /assessments/{slug}/results/units/{unit}', () => {
  it('shows each leaf with what was lost, what it costs, why, and the evidence', async () => {
    const view = unitResult.parse(await (await get('results/units/D01')).json());
    expect(view.leaves).toHaveLength(round.leaves('department').length);
    const short = view.leaves.find(({ code }) => code === shortLeaf);
    expect(short).toMatchObject({ lost: 1, state: 'scored', reason: `理由 D01/${shortLeaf}` });
    expect(short?.evidence).toHaveLength(1);
    expect(short?.lostPoints).toBeCloseTo(100 / (100 - naMarks), 9);
    const na = view.leaves.find(({ code }) => code === naLeaf);
    expect(na).toMatchObject({ state: 'not_applicable', marks: null, lost: 0, lostPoints: 0 });
    const cost = view.leaves.reduce((sum, { lostPoints }) => sum + lostPoints, 0);
    expect(100 - cost + view.unit.bonus).toBeCloseTo(view.unit.total ?? 0, 9);
  });

  it('compares with the median of the kind and carries the appraisal', async () => {
    const view = unitResult.parse(await (await get('results/units/C01')).json());
    expect(view.groupSize).toBe(2);
    expect(view.medians.total).toBe(73);
    expect(view.medians.social).toBe(80);
    expect(view.appraisal).toMatchObject({ valid: 100, score: 80, grade: 'satisfied', overall: 80 });
    expect(view.appraisal?.groups[0]).toMatchObject({ code: 'A', received: 100, counted: true });
    const question = view.appraisal?.questions.find(({ code }) => code === 'Q3');
    expect(question).toMatchObject({ answered: 100, dontKnow: 0, mean: 80 });
  });

  it('refuses a unit outside the assessment', async () => {
    const response = await get('results/units/C02');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'unit-not-assessed' });
  });
});

describe('GET /assessments/{slug}/open-points', () => {
  const points = async () => {
    const response = await round.organiser.call('GET', `/assessments/${round.slug}/open-points`);
    return openPointList.parse(await response.json()).points;
  };

  it('lists what is unscored, and not an empty bonus', async () => {
    const unscored = (await points()).filter(({ kind }) => kind === 'unscored');
    expect(unscored.map(({ unit }) => unit.code)).toEqual(['D23']);
  });

  it('lists a lost mark without reason and evidence, and a family that nobody scores', async () => {
    const { db } = bench.database;
    const [node] = await db.select().from(schema.indicators).where(eq(schema.indicators.code, 'A1-1'));
    const input = { method: 'ratio' as const, numerator: 13, denominator: 26, deductions: [] };
    await db.transaction(async (tx) => {
      await tx
        .update(schema.scores)
        .set({ input, marks: '0.5', reason: '' })
        .where(eq(schema.scores.indicatorId, node?.id ?? ''));
      await tx.delete(schema.assignments).where(eq(schema.assignments.family, 'C'));
    });
    const kinds = (await points()).map(
      ({ kind, unit, indicator }) => `${kind} ${unit.code} ${indicator?.code}`,
    );
    expect(kinds).toContain('missing-reason C01 A1-1');
    expect(kinds).toContain('missing-evidence C01 A1-1');
    expect(kinds.filter((kind) => kind.startsWith('unassigned'))).toEqual([
      'unassigned C01 C',
      'unassigned C04 C',
      'unassigned D01 C',
      'unassigned D23 C',
    ]);
  });
});
