import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AppraisalMethod } from './appraisal-method.ts';
import { cellsWithin, type CellTally } from './margin-cells.ts';
import { meanToMargins } from './mean-to-margins.ts';
import { addTally, createTallier, type TallyItem } from './tally.ts';
import { weightedMeanOf } from './weighted-mean.ts';
import { kishDesignEffect, rake } from './weighting.ts';

/*
 * Four of the public (60 each) and one business (100); in the population they are half each. Raked: 1/8 a person of the
 * public, 1/2 the business. Mean 0.5·60 + 0.5·100 = 80 (plain 68). Σw = 1, Σw² = 4/64 + 1/4 = 0.3125: design effect
 * 5·0.3125 = 1.5625, as good as 3.2 of equal weight.
 */
const cells = [
  { categories: { Q1: 'A' }, count: 4, sum: 240 },
  { categories: { Q1: 'B' }, count: 1, sum: 100 },
];

it('weights to the population, whatever its totals add up to', () => {
  const byHand = { designEffect: 1.5625, effectiveSize: 3.2, reason: null };
  for (const totals of [
    { A: 50, B: 50 },
    { A: 400_000, B: 400_000 },
  ]) {
    const weighted = meanToMargins(cells, { Q1: totals });
    expect(weighted).toMatchObject({ reason: byHand.reason });
    expect(weighted.mean).toBeCloseTo(80, 9);
    expect(weighted.designEffect).toBeCloseTo(byHand.designEffect, 9);
    expect(weighted.effectiveSize).toBeCloseTo(byHand.effectiveSize, 9);
  }
});

it('gives none where nobody of a category answered', () => {
  const none = { mean: null, designEffect: null, effectiveSize: null, reason: 'empty-category' };
  expect(meanToMargins(cells, { Q1: { A: 1, B: 1, C: 1 } })).toEqual(none);
  expect(meanToMargins([], { Q1: { A: 1 } })).toEqual(none);
});

const scale = [100, 80, 60, 30, 0, null];
const single = (code: string, options: number): TallyItem => ({
  code,
  several: false,
  values: Array.from({ length: options }, () => null),
});
const items = [
  single('sex', 2),
  single('age', 3),
  ...['a1', 'a2', 'b1', 'o'].map((code) => ({ code, several: false, values: scale })),
];
const method: AppraisalMethod = {
  families: { A: { weight: 0.6, questions: ['a1', 'a2'] }, B: { weight: 0.4, questions: ['b1'] } },
  overall: { question: 'o', share: 0.2 },
  minimumAnswered: 2,
  groups: { all: { weight: 1 } },
  minimumGroup: 1,
  minimumSample: 1,
};
/** The last option of the age is one that the population's totals do not know. */
const margins = { sex: { f: 52, m: 48 }, age: { old: 30, young: 70 } };
const belonging = [
  { item: 'age', options: ['old', 'young', 'untold'] },
  { item: 'sex', options: ['f', 'm'] },
];
const tallier = createTallier(items, method, { margins: belonging });
const answer = fc.tuple(
  fc.integer({ min: -1, max: 1 }),
  fc.integer({ min: -1, max: 2 }),
  ...Array.from({ length: 4 }, () => fc.integer({ min: -1, max: 5 })),
);

function tallyOf(rows: readonly (readonly number[])[]) {
  const tally = tallier.empty();
  for (const row of rows) tallier.add(tally, Int32Array.from(row));
  return tally;
}

/** The plain way: a weight for each respondent. */
function oneByOne(rows: readonly (readonly number[])[]) {
  const scored = rows.flatMap((row) => {
    const score = tallier.scoreOf(Int32Array.from(row));
    const sex = ['f', 'm'][row[0] ?? -1];
    const age = ['old', 'young'][row[1] ?? -1];
    return score === null || sex === undefined || age === undefined ? [] : [{ score, row: { sex, age } }];
  });
  const { weights, converged } = rake(
    scored.map(({ row }) => row),
    { sex: { f: 0.52, m: 0.48 }, age: { old: 0.3, young: 0.7 } },
  );
  const scores = scored.map(({ score }) => score);
  return { mean: weightedMeanOf(scores, weights)?.mean, ...kishDesignEffect(weights), converged };
}

const cellsOf = (of: CellTally | undefined) => cellsWithin(of ?? {}, ['age', 'sex'], margins);
const same = (a: number | null, b: number | undefined) => {
  expect(Math.abs((a ?? NaN) - (b ?? NaN))).toBeLessThanOrEqual(1e-12 * Math.abs(b ?? NaN));
};

it('is that of respondents weighted one by one, however they were counted', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 40, maxLength: 300 }),
      fc.array(answer, { maxLength: 40 }),
      (rows, others) => {
        const tally = tallyOf(rows.slice(0, 20));
        addTally(tally, tallyOf([...rows.slice(20), ...others]));
        for (const row of others) tallier.add(tally, Int32Array.from(row), -1);
        expect(tally).toEqual(tallyOf(rows));
        const found = cellsOf(tally.cells);
        fc.pre(new Set(found.flatMap(({ categories }) => Object.values(categories))).size === 4);
        const weighted = meanToMargins(found, margins);
        const expected = oneByOne(rows);
        fc.pre(expected.converged);
        expect(weighted.reason).toBeNull();
        same(weighted.mean, expected.mean);
        same(weighted.designEffect, expected.designEffect);
        same(weighted.effectiveSize, expected.effectiveSize);
      },
    ),
  );
});

it('keeps cells only where answers are weighted', () => {
  const plain = createTallier(items, method);
  const tally = plain.empty();
  plain.add(tally, Int32Array.from([0, 0, 0, 0, 0, 0]));
  expect(tally.cells).toBeUndefined();
});
