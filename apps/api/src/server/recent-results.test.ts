import type { RobustnessResults } from '@gongping/scoring';
import { expect, it } from 'vitest';
import { keepResults } from './recent-results.ts';

const figures = { unit: 'U1', rank: 1, mean: 1, median: 1, q5: 1, q95: 1, best: 1, worst: 1, tie: 1 };
const neighbours = { aheadOfPrevious: null, aheadOfNext: null };

/** Results with so many numbers. */
const results = (numbers: number): RobustnessResults => ({
  options: { draws: 1, seed: 1, spread: 0 },
  groups: [{ group: 'county', units: [{ ...figures, ...neighbours, counts: new Uint32Array(numbers) }] }],
  scenarios: [],
});

it('keeps what was asked for last, up to a million numbers', () => {
  const recent = keepResults();
  recent.set('a', results(400_000));
  recent.set('b', results(400_000));
  expect(recent.get('a')).toBeDefined();
  recent.set('c', results(400_000));
  expect(recent.get('b')).toBeUndefined();
  expect(recent.get('a')).toBeDefined();
  expect(recent.get('c')).toBeDefined();
});

it('keeps nothing that is larger alone, and everything after it', () => {
  const recent = keepResults();
  recent.set('large', results(1_000_001));
  expect(recent.get('large')).toBeUndefined();
  recent.set('a', results(1_000_000));
  expect(recent.get('a')).toBeDefined();
});
