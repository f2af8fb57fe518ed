import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { cell, fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const table = fixture('composite/egdi2010.csv');
const code = unitIn('country-code');
const weights = { osi: 0.34, hci: 0.33, tii: 0.33 };
const leaves = Object.keys(weights);
const isComplete = (row: (typeof table)[number]): boolean => leaves.every((leaf) => cell(row, leaf) !== '');
const complete = table.filter(isComplete);
const incomplete = table.filter((row) => !isComplete(row));

const scored = await scoreBundle({
  units: table.map((row) => ({ code: code(row), kind: 'country' })),
  indicators: Object.entries(weights).map(([leaf, weight]) => ({ code: leaf, parent: '', weight })),
  scores: scoresOf(table, leaves, code),
  method: { unscored: 'exclude', minimumCoverage: 1 },
});

describe('UN E-Government Development Index 2010, 193 countries', () => {
  it('gives every index that has its three components to the published fifth decimal', () => {
    const published = figuresOf(complete, { total: 'e-gov-index' }, code);
    expect(published).toHaveLength(183);
    expect(unmet(scored, published, { tolerance: 1e-5 })).toEqual([]);
  });

  it('gives all their ranks', () => {
    expect(unmet(scored, figuresOf(complete, { total: 'e-gov-rank' }, code), { field: 'rank' })).toEqual([]);
  });

  it('neither scores nor ranks South Sudan, which has no values, as the source', () => {
    const southSudan = table.filter((row) => code(row) === 'SSD');
    expect(southSudan).toMatchObject([{ 'e-gov-index': '', 'e-gov-rank': '' }]);
    expect(scored.row('SSD', 'total')).toMatchObject({ score: null, rank: null, coverage: 0 });
  });

  // The source prints index 0 and rank 184 for nine countries that lack a component; no weighting of the components
  // that it prints beside (Monaco: 0.1365 and 0.69614) gives 0. Unmeasured is not the worst: they have no score.
  it('leaves nine countries that lack a component without a score, where the source prints 0 and rank 184', () => {
    const nine = incomplete.filter((row) => code(row) !== 'SSD');
    expect(nine).toHaveLength(9);
    for (const row of nine) {
      expect(row).toMatchObject({ 'e-gov-index': '0.0', 'e-gov-rank': '184.0' });
      expect(scored.row(code(row), 'total')).toMatchObject({ score: null, rank: null });
    }
    // Rank 184 is where those that are measured end.
    expect(scored.results.filter(({ node, rank }) => node === 'total' && rank !== null)).toHaveLength(183);
  });
});
