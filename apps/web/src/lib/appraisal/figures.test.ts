import { describe, expect, it } from 'vitest';
import { dontKnowShare, intervalScale, levelShares, median } from './figures.ts';

const label = { zh: '', en: '' };
const figures = (over: object) => ({ code: 'Q3', answered: 0, dontKnow: 0, mean: null, counts: {}, ...over });

describe('dontKnowShare', () => {
  it('takes all rated questions together and leaves questions without a scale out', () => {
    const rated = [
      figures({ answered: 60, dontKnow: 20, mean: 80 }),
      figures({ answered: 20, dontKnow: 0, mean: 70 }),
    ];
    expect(dontKnowShare([...rated, figures({ answered: 500 })])).toBe(0.2);
  });

  it('is all where nobody knows, and nothing where nobody answered', () => {
    expect(dontKnowShare([figures({ dontKnow: 3 })])).toBe(1);
    expect(dontKnowShare([figures({})])).toBeNull();
  });
});

it('gives each level its share of the answers that have one', () => {
  const options = [
    { code: 'good', label, value: 100 },
    { code: 'bad', label, value: 0 },
    { code: 'dont-know', label, value: null },
  ];
  const shares = levelShares(options, figures({ answered: 4, dontKnow: 6, counts: { good: 3, bad: 1 } }));
  expect(shares.map(({ code, count, share }) => [code, count, share])).toEqual([
    ['good', 3, 0.75],
    ['bad', 1, 0.25],
  ]);
  expect(levelShares(options, figures({}))[0]?.share).toBe(0);
});

it('takes the middle of values in any order', () => {
  expect(median([90, 70, 80])).toBe(80);
  expect(median([70, 100, 80, 90])).toBe(85);
  expect(median([])).toBeNull();
});

it('puts tens around all intervals, within 0 to 100', () => {
  const interval = (lower: number, upper: number) => ({ interval: { lower, upper } });
  expect(intervalScale([interval(71.2, 78), interval(80, 90.1), { interval: null }])).toEqual({
    from: 70,
    to: 100,
  });
  expect(intervalScale([interval(-1, 101)])).toEqual({ from: 0, to: 100 });
  expect(intervalScale([])).toEqual({ from: 0, to: 100 });
});
