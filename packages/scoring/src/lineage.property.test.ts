import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineInput, Indicator, Score } from './input.ts';
import type { Lineage } from './lineage.ts';
import { aggregations } from './method.ts';
import type { Aggregation, MethodInput } from './method.ts';
import { computeResults } from './results.ts';
import type { Results } from './results.ts';

fc.configureGlobal({ seed: 20200429 });

const leaves = ['AA1', 'AA2', 'A1', 'B1', 'B2'];
const tree = (aggregation: Aggregation): Indicator[] => [
  { code: 'A', parent: null, name: 'A', weight: 3, aggregation },
  { code: 'AA', parent: 'A', name: 'AA', weight: 2 },
  { code: 'AA1', parent: 'AA', name: 'AA1', weight: 1, normalisation: 'none' },
  { code: 'AA2', parent: 'AA', name: 'AA2', weight: 4, normalisation: 'none' },
  { code: 'A1', parent: 'A', name: 'A1', weight: 5, normalisation: 'none' },
  { code: 'B', parent: null, name: 'B', weight: 2 },
  { code: 'B1', parent: 'B', name: 'B1', weight: 1, normalisation: 'goalposts:0:100' },
  { code: 'B2', parent: 'B', name: 'B2', weight: 2, normalisation: 'none' },
  { code: 'E', parent: null, name: 'E', role: 'bonus', marks: 9 },
  { code: 'M', parent: null, name: 'M', role: 'penalty', marks: 9 },
];
const value = fc.option(fc.integer({ min: 1, max: 100 }), { freq: 6 });
const cases = fc.record({
  aggregation: fc.constantFrom(...aggregations),
  values: fc.array(value, { minLength: leaves.length, maxLength: leaves.length }),
  social: fc.option(fc.integer({ min: 0, max: 100 })),
  bonus: fc.integer({ min: 0, max: 9 }),
  penalty: fc.integer({ min: 0, max: 9 }),
  notApplicable: fc.constantFrom('total' as const, 'siblings' as const),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const inputOf = (c: Case, more: MethodInput = {}): EngineInput => ({
  units: [{ code: 'U', name: 'U', kind: 'k' }],
  indicators: tree(c.aggregation),
  scores: [
    ...leaves.map((indicator, i): Score => ({ unit: 'U', indicator, value: c.values[i] ?? 'NA' })),
    { unit: 'U', indicator: 'E', value: c.bonus },
    { unit: 'U', indicator: 'M', value: c.penalty },
  ],
  components: [{ code: 'social', weight: 0.2, values: { U: c.social } }],
  method: { notApplicable: c.notApplicable, ...more },
});

/** A node's score from nothing but the figures that its lineage shows of its children. */
const fromChildren = ({ aggregation, children }: Lineage): number => {
  const parts = children.filter(({ weightInUse }) => weightInUse > 0);
  const sum = (term: (x: number, w: number) => number): number =>
    parts.reduce((total, { score, weightInUse }) => total + term(score ?? NaN, weightInUse), 0);
  if (aggregation === 'geometric') return Math.exp(sum((x, w) => w * Math.log(x)));
  if (aggregation === 'harmonic') return 1 / sum((x, w) => w / x);
  return sum((x, w) => w * x);
};

const visit = (results: Results, node: string, each: (lineage: Lineage) => void): void => {
  const lineage = results.lineage('U', node);
  each(lineage);
  for (const child of lineage.children) if (!child.leaf) visit(results, child.node, each);
};

describe('lineage', () => {
  it('gives the score of every node from its children, under every aggregation and policy', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const results = computeResults(inputOf(c));
        visit(results, 'total', (lineage) => {
          if (lineage.score !== null) expect(fromChildren(lineage)).toBeCloseTo(lineage.score, 8);
          else expect(lineage.reason).not.toBe('none');
        });
      }),
    );
  });

  it('gives the total from its parts, bonus, penalty and cap', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(null, 60, 100), (c, totalCap) => {
        const { total: steps } = computeResults(inputOf(c, { totalCap })).lineage('U', 'total');
        if (steps === null || steps.total === null) return;
        const mixed = steps.parts.reduce((sum, { value: x, weightInUse }) => sum + weightInUse * (x ?? 0), 0);
        const sum = mixed + Math.min(5, c.bonus) - c.penalty;
        expect(steps.total).toBeCloseTo(Math.min(sum, totalCap ?? Infinity), 8);
        expect(steps.parts.reduce((all, { weightInUse }) => all + weightInUse, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('adds up to the tree’s score over the leaves, each with its weight in the whole, where all means are weighted', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const c = { ...given, aggregation: 'arithmetic' as const };
        const results = computeResults(inputOf(c));
        const root = results.lineage('U', 'total');
        if (root.score === null) return;
        let sum = 0;
        const walk = (node: string, weight: number): void => {
          for (const child of results.lineage('U', node).children) {
            const own = weight * child.weightInUse;
            if (child.leaf) sum += own * (child.score ?? 0);
            else walk(child.node, own);
          }
        };
        walk('total', 1);
        expect(sum).toBeCloseTo(root.score, 8);
      }),
    );
  });
});
