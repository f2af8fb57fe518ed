import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, nodesNamed, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const table = fixture('composite/wjp2019.csv');
const code = unitIn('code');
const columns = Object.keys(table[0] ?? {});
const factors = columns.filter((column) => column.startsWith('F'));
const subFactors = columns.filter((column) => column.includes('.'));

const scored = await scoreBundle({
  units: table.map((row) => ({ code: code(row), kind: 'country' })),
  indicators: [
    ...factors.map((factor) => ({ code: factor, parent: '' })),
    ...subFactors.map((each) => ({ code: each, parent: `F${each.charAt(0)}` })),
  ],
  scores: scoresOf(table, subFactors, code),
  method: {},
});

describe('WJP Rule of Law Index 2019: 126 countries, 44 sub-factors, 8 factors', () => {
  it('gives every factor as the mean of its sub-factors', () => {
    const published = figuresOf(table, nodesNamed(factors), code);
    expect(published).toHaveLength(126 * 8);
    expect(unmet(scored, published, { tolerance: 1e-9 })).toEqual([]);
  });

  it('gives every overall score as the mean of the eight, however many sub-factors each has', () => {
    expect(subFactors).toHaveLength(44);
    expect(unmet(scored, figuresOf(table, { total: 'overall' }, code), { tolerance: 1e-9 })).toEqual([]);
  });
});
