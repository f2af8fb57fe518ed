import { rankStatistics } from '@gongping/statistics';
import { expect, it } from 'vitest';
import { fixture, numberAt } from './support/fixture.ts';

it('gives the published rank intervals of 51 countries in 100 Monte-Carlo runs of COINr', () => {
  const units = fixture('robustness/asem_ua_scores.csv');
  const runs = Array.from({ length: 100 }, (_, run) =>
    units.map((row) => numberAt(row, `r_${run + 1}`) ?? Number.NaN),
  );
  const statistics = rankStatistics(runs, { direction: 'descending' });
  const expected = new Map(
    fixture('robustness/asem_ua_expected_rankstats.csv').map((row) => [row['uCode'], row]),
  );
  expect(units).toHaveLength(51);
  for (const [i, { uCode = '' }] of units.entries()) {
    const row = expected.get(uCode) ?? {};
    const { mean, median, q5, q95 } = statistics[i] ?? {};
    const published = [row['Mean'], row['Median'], row['Q5'], row['Q95']].map(Number);
    for (const [j, value] of [mean, median, q5, q95].entries()) {
      expect(Math.abs((value ?? Number.NaN) - (published[j] ?? Number.NaN)), uCode).toBeLessThanOrEqual(1e-9);
    }
  }
});
