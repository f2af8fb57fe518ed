import { expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const values = fixture('composite/asem_raw4.csv');
const code = unitIn('uCode');

it('normalises by Borda, z-score and min-max as COINr’s vignette prints five of 51 countries', async () => {
  const scored = await scoreBundle({
    units: values.map((row) => ({ code: code(row), kind: 'country' })),
    indicators: [
      { code: 'LPI', parent: '', normalisation: 'borda' },
      // The sample deviation (n − 1), then mean 10 and deviation 2.
      { code: 'Flights', parent: '', normalisation: 'zscore:10:2' },
      { code: 'Ship', parent: '', normalisation: 'minmax:0:100' },
    ],
    scores: scoresOf(values, ['LPI', 'Flights', 'Ship'], code),
    method: {},
  });
  const published = figuresOf(
    fixture('composite/asem_normalise_expected.csv'),
    { LPI: 'LPI_borda', Flights: 'Flights_z', Ship: 'Ship_minmax' },
    unitIn('unit'),
  );
  expect(published).toHaveLength(15);
  expect(unmet(scored, published, { tolerance: 1e-5 })).toEqual([]);
});
