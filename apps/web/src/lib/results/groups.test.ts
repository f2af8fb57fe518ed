import { expect, it } from 'vitest';
import { rankedUnit } from './fixtures.ts';
import { neighbours, tiedRanks, unscoredLeaves } from './groups.ts';

const units = [
  rankedUnit({ code: 'C01', rank: 1 }),
  rankedUnit({ code: 'C02', rank: 2, unscored: 3 }),
  rankedUnit({ code: 'C03', rank: 2, unscored: 4 }),
  rankedUnit({ code: 'C04', rank: null }),
  rankedUnit({ code: 'C05', rank: null }),
];

it('finds the ranks that are shared; units without a rank share none', () => {
  expect([...tiedRanks(units)]).toEqual([2]);
});

it('finds the units before and after', () => {
  expect(neighbours(units, 'C02')).toMatchObject({ previous: { code: 'C01' }, next: { code: 'C03' } });
  expect(neighbours(units, 'C01').previous).toBeNull();
  expect(neighbours(units, 'C05').next).toBeNull();
  expect(neighbours(units, 'D01')).toEqual({ previous: null, next: null });
});

it('counts what is unscored', () => {
  expect(unscoredLeaves(units)).toBe(7);
});
