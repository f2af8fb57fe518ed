import { describe, expect, it } from 'vitest';
import { leafShares, rankedUnit } from './fixtures.ts';
import { greatestDifferences, heatGrid, weakestLeaf } from './leaf-shares.ts';

const units = ['C01', 'C02', 'C03', 'C04'].map((code) => rankedUnit({ code }));
const leaves = [
  leafShares('A1', { C01: 0.9, C02: 0.7, C03: 0.8, C04: null }),
  leafShares('A2', { C01: 0.4, C02: 0.6, C03: null, C04: null }),
  leafShares('A3', { C01: 0, C02: null, C03: null, C04: null }),
  leafShares('A4', { C01: null, C02: null, C03: null, C04: null }),
];

it('makes a grid of the leaves that somebody was scored on', () => {
  const grid = heatGrid(leaves, units);
  expect(grid.leaves.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3']);
  expect(grid.values[2]).toEqual([0.8, null, null]);
  expect(grid.means[1]).toBe(0.5);
});

describe('weakestLeaf', () => {
  it('passes over leaves that fewer than half of the units were scored on', () => {
    expect(weakestLeaf(leaves, units)).toMatchObject({ leaf: { code: 'A2' }, mean: 0.5 });
  });

  it('is none where all is earned', () => {
    expect(weakestLeaf([leafShares('A1', { C01: 1 })], units.slice(0, 1))).toBeNull();
  });

  it('takes the first of equals', () => {
    const equal = ['A1', 'A2'].map((code) => leafShares(code, { C01: 0.5 }));
    expect(weakestLeaf(equal, units.slice(0, 1))?.leaf.code).toBe('A1');
  });
});

it('lists the greatest differences first and leaves out what only one was scored on or what is equal', () => {
  const equal = leafShares('B1', { C01: 0.5, C02: 0.5 });
  const found = greatestDifferences([...leaves, equal], ['C01', 'C02', 'C03'], 5);
  expect(found.map(({ leaf }) => leaf.code)).toEqual(['A1', 'A2']);
  expect(found[1]?.shares).toEqual([0.4, 0.6, null]);
  expect(greatestDifferences(leaves, ['C01', 'C02'], 1)).toHaveLength(1);
});
