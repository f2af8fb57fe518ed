import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineInput, Indicator, Score, Unit } from './input.ts';
import type { MethodInput } from './method.ts';
import { computeResults } from './results.ts';
import type { Results } from './results.ts';

fc.configureGlobal({ seed: 20200429 });

/** Two families; leaf i has marks[i]; value = share of its marks, null = N/A. */
interface Case {
  readonly marks: readonly number[];
  readonly values: readonly (readonly (number | null)[])[];
}

const LEAVES = 6;
const cases: fc.Arbitrary<Case> = fc.record({
  marks: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: LEAVES, maxLength: LEAVES }),
  values: fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 8 }).map((n) => n / 8)), {
      minLength: LEAVES,
      maxLength: LEAVES,
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

const indicatorsOf = ({ marks }: Case): Indicator[] => [
  { code: 'A', parent: null, name: 'A' },
  { code: 'B', parent: null, name: 'B' },
  ...marks.map((full, i) => ({
    code: `L${i}`,
    parent: i < LEAVES / 2 ? 'A' : 'B',
    name: `L${i}`,
    marks: full,
  })),
];
const unitsOf = ({ values }: Case): Unit[] =>
  values.map((_, u) => ({ code: `U${u}`, name: `U${u}`, kind: u % 2 === 0 ? 'county' : 'department' }));
const scoresOf = ({ marks, values }: Case): Score[] =>
  values.flatMap((row, u) =>
    row.map((value, i) => ({
      unit: `U${u}`,
      indicator: `L${i}`,
      value: value === null ? ('NA' as const) : value * (marks[i] ?? 0),
    })),
  );
const inputOf = (c: Case, method: MethodInput = {}): EngineInput & { readonly scores: Score[] } => ({
  units: unitsOf(c),
  indicators: indicatorsOf(c),
  scores: scoresOf(c),
  method,
});
const byPair = (results: Results): Map<string, unknown> =>
  new Map(results.rows.map((row) => [`${row.unit}/${row.node}`, row]));

describe('computeResults, for any scores', () => {
  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), (c, order) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, key: order.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const input = inputOf(c);
        const other = {
          units: shuffled(input.units),
          indicators: shuffled(input.indicators),
          scores: shuffled(input.scores),
        };
        expect(byPair(computeResults(other))).toEqual(byPair(computeResults(input)));
      }),
    );
  });

  it('never lowers a unit when one of its scores rises', () => {
    fc.assert(
      fc.property(cases, fc.nat(LEAVES - 1), (c, leaf) => {
        const [first = [], ...rest] = c.values;
        const low = { ...c, values: [first.with(leaf, (first[leaf] ?? 0) / 2), ...rest] };
        const high = { ...c, values: [first.with(leaf, first[leaf] ?? 0), ...rest] };
        const total = (x: Case) => computeResults(inputOf(x)).row('U0', 'total').score ?? 0;
        expect(total(low)).toBeLessThanOrEqual(total(high));
      }),
    );
  });

  it('treats N/A under `total` as if the leaf did not exist for that unit', () => {
    fc.assert(
      fc.property(cases, fc.nat(LEAVES - 1), (c, leaf) => {
        const values = c.values.map((row) => row.with(leaf, null));
        const input = inputOf({ ...c, values });
        const without = {
          ...input,
          indicators: input.indicators.filter(({ code }) => code !== `L${leaf}`),
          scores: input.scores.filter(({ indicator }) => indicator !== `L${leaf}`),
        };
        for (const node of ['total', 'A', 'B']) {
          const [a, b] = [computeResults(input), computeResults(without)];
          for (const { code } of input.units) expect(a.row(code, node).score).toBe(b.row(code, node).score);
        }
      }),
    );
  });

  it('makes no difference between `total` and `siblings` in a flat tree', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const flat = (notApplicable: 'total' | 'siblings') => ({
          ...inputOf(c, { notApplicable }),
          indicators: indicatorsOf(c)
            .slice(2)
            .map((leaf) => ({ ...leaf, parent: null })),
        });
        expect(computeResults(flat('siblings')).rows).toEqual(computeResults(flat('total')).rows);
      }),
    );
  });

  it('adds up: contributions of the children are the score, weights in use are 1', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('total' as const, 'siblings' as const), (c, notApplicable) => {
        const results = computeResults(inputOf(c, { notApplicable }));
        for (const { code } of unitsOf(c)) {
          for (const node of ['total', 'A', 'B']) {
            const { score, children } = results.lineage(code, node);
            if (score === null) continue;
            const sum = children.reduce((s, child) => s + (child.contribution ?? 0), 0);
            const weights = children.reduce((s, child) => s + child.weightInUse, 0);
            expect(sum).toBeCloseTo(score, 9);
            expect(weights).toBeCloseTo(1, 12);
          }
        }
      }),
    );
  });

  it('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 50 }), (c, factor) => {
        const weighted = (k: number) => ({
          ...inputOf(c),
          indicators: indicatorsOf(c).map(({ marks, ...rest }) => ({ ...rest, weight: (marks ?? 3) * k })),
        });
        expect(computeResults(weighted(factor)).rows).toEqual(computeResults(weighted(1)).rows);
      }),
    );
  });
});
