import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countChoices, netPromoterScore } from './choices.ts';
import { rankStatistics } from './rank-statistics.ts';
import { weightedMeanOf } from './weighted-mean.ts';
import { kishDesignEffect, postStratify, rake } from './weighting.ts';

fc.configureGlobal({ seed: 20200429 });

const rows = [
  { sex: 'f', age: 'old' },
  { sex: 'f', age: 'young' },
  { sex: 'm', age: 'young' },
];

describe('weights', () => {
  test('post-stratification by hand: 60 women of two respondents weigh 30 each, 40 men of one 40', () => {
    expect(postStratify(rows, 'sex', { f: 60, m: 40 })).toEqual([30, 30, 40]);
  });

  test('raking gives the margins, whatever they are', () => {
    const margin = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(margin, margin, (women, young) => {
        const full = [...rows, { sex: 'm', age: 'old' }];
        const { weights, converged } = rake(full, {
          sex: { f: women, m: 100 - women },
          age: { young, old: 100 - young },
        });
        expect(converged).toBe(true);
        const sum = (variable: 'sex' | 'age', category: string): number =>
          weights.reduce((total, weight, i) => total + (full[i]?.[variable] === category ? weight : 0), 0);
        expect(sum('sex', 'f')).toBeCloseTo(women, 6);
        expect(sum('age', 'young')).toBeCloseTo(young, 6);
      }),
    );
  });

  test('are refused where the margins and the respondents do not fit', () => {
    expect(() => postStratify(rows, 'sex', { f: 60 })).toThrow(/sex = m has no total/);
    expect(() => postStratify(rows, 'sex', { f: 60, m: 30, x: 10 })).toThrow(/nobody answered with sex = x/);
    expect(() => postStratify(rows, 'sex', { f: -1, m: 1 })).toThrow(/0 or more/);
    expect(() => postStratify(rows, 'home', { a: 1 })).toThrow(/no home/);
    expect(() => rake(rows, { sex: { f: 60, m: 40 }, age: { old: 1, young: 1 } })).toThrow(/same total/);
  });

  test('design effect by hand: weights 1, 1, 2 give 3·6 ÷ 16', () => {
    expect(kishDesignEffect([1, 1, 2])?.designEffect).toBeCloseTo(18 / 16, 12);
    expect(kishDesignEffect([1, 1, 2])?.effectiveSize).toBeCloseTo(16 / 6, 12);
    expect(kishDesignEffect([5, 5])).toEqual({ designEffect: 1, effectiveSize: 2 });
    expect(kishDesignEffect([])).toBeNull();
  });
});

test('a weighted mean of equal weights is the plain one: 1, 2, 3 has the standard error √(1 ÷ 3)', () => {
  const result = weightedMeanOf([1, 2, 3], [7, 7, 7]);
  expect(result?.mean).toBeCloseTo(2, 12);
  expect(result?.standardError).toBeCloseTo(Math.sqrt(1 / 3), 12);
  expect(result?.designEffect).toBeCloseTo(1, 12);
  expect(weightedMeanOf([], [])).toBeNull();
  expect(weightedMeanOf([4], [1])).toEqual({ mean: 4, standardError: null, designEffect: null });
  expect(() => weightedMeanOf([1], [])).toThrow(RangeError);
});

test('choices name both bases, and refuse what was not offered', () => {
  expect(countChoices([['a', 'b'], ['a']], ['a', 'b', 'c'])).toEqual([
    { option: 'a', count: 2, ofRespondents: 1, ofChoices: 2 / 3 },
    { option: 'b', count: 1, ofRespondents: 0.5, ofChoices: 1 / 3 },
    { option: 'c', count: 0, ofRespondents: 0, ofChoices: 0 },
  ]);
  expect(countChoices([], ['a'])[0]).toMatchObject({ ofRespondents: null, ofChoices: null });
  expect(() => countChoices([['x']], ['a'])).toThrow(RangeError);
  expect(netPromoterScore([])).toBeNull();
  expect(() => netPromoterScore([11])).toThrow(RangeError);
});

test('ranks of two runs by hand: competition ranks 1, 1, 3 and 3, 2, 1', () => {
  const [first, second, third] = rankStatistics(
    [
      [9, 9, 5],
      [1, 2, 3],
    ],
    { direction: 'descending' },
  );
  expect(first).toEqual({ mean: 2, median: 2, q5: 1.1, q95: 2.9 });
  expect(second).toEqual({ mean: 1.5, median: 1.5, q5: 1.05, q95: 1.95 });
  expect(third?.mean).toBe(2);
  expect(rankStatistics([], { direction: 'descending' })).toEqual([]);
  expect(() => rankStatistics([[1], [1, 2]], { direction: 'descending' })).toThrow(RangeError);
  expect(() => rankStatistics([[NaN]], { direction: 'descending' })).toThrow(/finite/);
});
