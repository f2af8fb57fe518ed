import { expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const values = fixture('composite/asem_raw4.csv');
const code = unitIn('uCode');
const weights = { LPI: 1, Flights: 1, Ship: 2, Bord: 1 };

/** Half of the last of the three significant digits that the source prints: 0.005 for 2.36, 0.05 for 41.5. */
const printedTo = (value: number): number => (value < 10 ? 0.005 : 0.05);

it('gives the weighted harmonic means that COINr’s vignette prints, from a zip', async () => {
  const scored = await scoreBundle(
    {
      units: values.map((row) => ({ code: code(row), kind: 'country' })),
      indicators: Object.entries(weights).map(([leaf, weight]) => ({
        code: leaf,
        parent: '',
        weight,
        normalisation: 'minmax:1:100',
      })),
      scores: scoresOf(values, Object.keys(weights), code),
      method: { aggregation: 'harmonic' },
    },
    { as: 'zip' },
  );
  const published = figuresOf(
    fixture('composite/asem_harmonic_expected.csv'),
    { total: 'score' },
    unitIn('unit'),
  );
  expect(published).toHaveLength(5);
  expect(unmet(scored, published, { tolerance: printedTo })).toEqual([]);
});
