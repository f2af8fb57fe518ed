import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const table = fixture('composite/egdi2016.csv');
const code = unitIn('country-code');
const leaves = ['osi', 'hci', 'tii'];

const scored = await scoreBundle({
  units: table.map((row) => ({ code: code(row), kind: 'country' })),
  indicators: leaves.map((leaf) => ({ code: leaf, parent: '' })),
  scores: scoresOf(table, leaves, code),
  method: {},
});

describe('UN E-Government Development Index 2016, 193 countries', () => {
  it('gives every index to the published fifth decimal', () => {
    const published = figuresOf(table, { total: 'e-gov-index' }, code);
    expect(published).toHaveLength(193);
    expect(unmet(scored, published, { tolerance: 1e-5 })).toEqual([]);
  });

  it('gives every rank, ties included', () => {
    expect(unmet(scored, figuresOf(table, { total: 'e-gov-rank' }, code), { field: 'rank' })).toEqual([]);
  });
});
