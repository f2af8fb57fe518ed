import type { Robustness } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { rankedUnit } from './fixtures.ts';
import { greatestChange, scenarioColumns } from './scenario-ranks.ts';

const scenario = (
  name: Robustness['scenarios'][number]['scenario'],
  family: string | null,
  ranks: Record<string, number | null>,
): Robustness['scenarios'][number] => ({
  scenario: name,
  family,
  units: Object.entries(ranks).map(([code, rank]) => ({ code, rank, total: rank })),
});
const families = [{ code: 'A', name: { zh: 'Standards', en: 'Standards' } }];
const units = ['C01', 'C02', 'C03'].map((code, at) => rankedUnit({ code, rank: at + 1 }));

it('makes a column of each scenario, the family by its name behind its code', () => {
  const columns = scenarioColumns(
    {
      scenarios: [
        scenario('equal-weights', null, { C01: 1 }),
        scenario('geometric', null, { C01: null }),
        scenario('without-family', 'A', { C01: 3 }),
      ],
    },
    families,
  );
  expect(new Set(columns.map(({ key }) => key)).size).toBe(3);
  expect(columns[2]?.label).toContain('A');
  expect(columns[2]?.title).toContain('Standards');
  expect(columns.map(({ ranks }) => ranks.get('C01'))).toEqual([1, null, 3]);
});

it('finds the unit that moves most, in either direction', () => {
  const columns = scenarioColumns(
    {
      scenarios: [
        scenario('equal-weights', null, { C01: 2, C02: 1, C03: 3 }),
        scenario('geometric', null, { C01: 3, C02: 2, C03: null }),
      ],
    },
    families,
  );
  expect(greatestChange(columns, units)).toMatchObject({ unit: { code: 'C01' }, places: -2 });
});

it('finds nothing where no rank changes', () => {
  const columns = scenarioColumns(
    { scenarios: [scenario('geometric', null, { C01: 1, C02: 2, C03: 3 })] },
    families,
  );
  expect(greatestChange(columns, units)).toBeNull();
});
