import { expect, it } from 'vitest';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture, numberAt, type PublishedRow } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const table = fixture('composite/hdi2021.csv');
const code = unitIn('iso3');

/** Income counts by its logarithm. */
const valueOf = (row: PublishedRow, leaf: string): number => {
  const value = numberAt(row, leaf) ?? Number.NaN;
  return leaf === 'gnipc' ? Math.log(value) : value;
};

it('gives the Human Development Index 2021 of 191 countries to the published third decimal', async () => {
  const scored = await scoreBundle({
    units: table.map((row) => ({ code: code(row), kind: 'country' })),
    // Goalposts of the technical notes; values beyond them are held at them (Japan's years of life, Qatar's income).
    indicators: [
      { code: 'life_exp', parent: '', normalisation: 'goalposts:20:85:0:1' },
      { code: 'education', parent: '', aggregation: 'arithmetic' },
      { code: 'eys', parent: 'education', normalisation: 'goalposts:0:18:0:1' },
      { code: 'mys', parent: 'education', normalisation: 'goalposts:0:15:0:1' },
      { code: 'gnipc', parent: '', normalisation: `goalposts:${Math.log(100)}:${Math.log(75_000)}:0:1` },
    ],
    scores: table.flatMap((row) =>
      ['life_exp', 'eys', 'mys', 'gnipc'].map((indicator) => ({
        unit: code(row),
        indicator,
        value: valueOf(row, indicator),
      })),
    ),
    method: { aggregation: 'geometric' },
  });
  const published = figuresOf(table, { total: 'hdi' }, code);
  expect(published).toHaveLength(191);
  expect(unmet(scored, published, { tolerance: 5e-4 })).toEqual([]);
});
