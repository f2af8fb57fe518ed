import type { Robustness, UnitRobustness } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { intervalText, rankInterval, robustnessByUnit } from './rank-interval.ts';

const unit = (code: string, over: Partial<UnitRobustness> = {}): UnitRobustness => ({
  code,
  rank: 1,
  mean: 1,
  median: 1,
  q5: 1,
  q95: 1,
  ranks: [{ rank: 1, share: 1 }],
  aheadOfNext: null,
  tie: 1,
  levelWithPrevious: false,
  ...over,
});

it('rounds an interval outwards', () => {
  expect(rankInterval({ q5: 1.95, q95: 3.05 })).toEqual({ low: 1, high: 4 });
  expect(rankInterval({ q5: 2, q95: 3 })).toEqual({ low: 2, high: 3 });
});

it('writes one rank where it never changes', () => {
  expect(intervalText({ q5: 2, q95: 2 })).toBe('2');
  expect(intervalText({ q5: 1, q95: 3 })).toBe('1–3');
});

it('finds a unit in whichever group it is ranked', () => {
  const robustness: Robustness = {
    draws: 1,
    seed: 1,
    spread: 0.25,
    groups: [
      { group: 'county', units: [unit('C01')] },
      { group: 'department', units: [unit('D01', { rank: 2 })] },
    ],
    scenarios: [],
  };
  expect(robustnessByUnit(robustness).get('D01')).toMatchObject({ rank: 2 });
  expect(robustnessByUnit(robustness).get('D02')).toBeUndefined();
  expect(robustnessByUnit(null).size).toBe(0);
});
