import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineInput, Indicator, Score } from './input.ts';
import { openResults } from './live-results.ts';
import type { MethodInput } from './method.ts';
import { computeResults } from './results.ts';
import type { Results } from './results.ts';
import { ScoringInputError } from './scoring-input-error.ts';

fc.configureGlobal({ seed: 20200429 });

const indicators: Indicator[] = [
  { code: 'A', parent: null, name: 'A', weight: 2 },
  { code: 'A1', parent: 'A', name: 'A1', weight: 1, normalisation: 'none' },
  { code: 'A2', parent: 'A', name: 'A2', weight: 3, normalisation: 'minmax' },
  { code: 'B', parent: null, name: 'B', weight: 1, aggregation: 'geometric' },
  { code: 'B1', parent: 'B', name: 'B1', normalisation: 'goalposts:0:8' },
  { code: 'B2', parent: 'B', name: 'B2', normalisation: 'none', appliesTo: ['county'] },
  { code: 'E', parent: null, name: 'E', role: 'bonus', marks: 8 },
];
const leaves = ['A1', 'A2', 'B1', 'B2', 'E'];
const kinds = ['county', 'county', 'department', 'county', 'department'];
const value = fc.oneof(fc.integer({ min: -2, max: 8 }), fc.constantFrom('NA' as const, null, 1.7e308));

const inputOf = (values: readonly Score[], method: MethodInput): EngineInput => ({
  units: kinds.map((kind, u) => ({ code: `U${u}`, name: '', kind })),
  indicators,
  scores: values,
  method: { unscored: 'exclude', ...method },
});
const fits = ({ unit, indicator, value: x }: Score): boolean =>
  (indicator !== 'B2' || kinds[Number(unit.slice(1))] === 'county' || typeof x !== 'number') &&
  (indicator !== 'E' || typeof x !== 'number' || (x >= 0 && x <= 8));
const score = fc
  .record({
    unit: fc.constantFrom('U0', 'U1', 'U2', 'U3', 'U4'),
    indicator: fc.constantFrom(...leaves),
    value,
  })
  .filter(fits);
const method = fc.record({
  notApplicable: fc.constantFrom('total' as const, 'siblings' as const),
  unscored: fc.constantFrom('exclude' as const, 'zero' as const),
  minimumCoverage: fc.constantFrom(0, 0.6),
  ranking: fc.record({ within: fc.constantFrom('kind' as const, 'all' as const) }),
});

const everything = (results: Results) => ({
  rows: results.rows,
  totals: results.totals,
  warnings: results.warnings,
  lineage: kinds.flatMap((_, u) =>
    ['total', ...indicators.map(({ code }) => code)].map((node) => results.lineage(`U${u}`, node)),
  ),
});

describe('a revised score', () => {
  it('gives what computing everything again gives, after any row of changes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(score, { selector: ({ unit, indicator }) => unit + indicator, maxLength: 25 }),
        fc.array(score, { minLength: 1, maxLength: 6 }),
        method,
        (scores, changes, how) => {
          const live = openResults(inputOf(scores, how));
          const now = new Map(scores.map((each) => [each.unit + each.indicator, each]));
          for (const change of changes) {
            live.revise(change);
            now.set(change.unit + change.indicator, change);
            const again = computeResults(inputOf([...now.values()], how));
            expect(everything(live.results)).toEqual(everything(again));
          }
        },
      ),
    );
  });

  it('computes only the path of its unit, or of those it is compared with', () => {
    const scores = kinds.flatMap((kind, u) =>
      leaves
        .filter((leaf) => leaf !== 'B2' || kind === 'county')
        .map((indicator) => ({ unit: `U${u}`, indicator, value: u + 1 })),
    );
    const live = openResults(inputOf(scores, {}));
    expect(live.revise({ unit: 'U0', indicator: 'B1', value: 7 })).toEqual({
      units: ['U0'],
      nodes: ['B1', 'B', 'total'],
    });
    // The least of the counties U0 1, U1 2, U3 4 becomes 0: the places of U0 (still 0) and U3 (still 100) stay.
    expect(live.revise({ unit: 'U0', indicator: 'A2', value: 0 })).toEqual({
      units: ['U1', 'U0'],
      nodes: ['A2', 'A', 'total'],
    });
  });

  it('is refused where it cannot stand, and nothing changes', () => {
    const live = openResults({ ...inputOf([], {}), method: { unscored: 'exclude' } });
    const before = everything(live.results);
    for (const bad of [
      { unit: 'U9', indicator: 'A1', value: 1 },
      { unit: 'U0', indicator: 'X', value: 1 },
      { unit: 'U0', indicator: 'A', value: 1 },
      { unit: 'U0', indicator: 'A1', value: NaN },
      { unit: 'U0', indicator: 'E', value: 9 },
      { unit: 'U2', indicator: 'B2', value: 1 },
    ]) {
      expect(() => live.revise(bad)).toThrow(ScoringInputError);
      expect(everything(live.results)).toEqual(before);
    }
  });
});
