import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineInput, Indicator, Score, Unit } from '../input.ts';
import { tieRules } from '../method.ts';
import type { MethodInput } from '../method.ts';
import { buildModel } from '../model.ts';
import { computeModel } from '../results.ts';
import { openKernelDraws } from './kernel-draws.ts';
import { openPlainDraws } from './plain-draws.ts';
import { emptyRankMatrix, placeRanks } from './rank-matrix.ts';
import { robustness } from './robustness.ts';
import { summariseRanks } from './summarise.ts';

fc.configureGlobal({ seed: 20200429 });

/** Three levels, two kinds, a component that some units lack, a bonus; null is N/A. */
interface Case {
  readonly method: MethodInput;
  readonly values: readonly (readonly (number | null)[])[];
}

const indicators: Indicator[] = [
  { code: 'A', parent: null, name: 'A', weight: 3 },
  { code: 'AA', parent: 'A', name: 'AA', weight: 2 },
  { code: 'AA1', parent: 'AA', name: 'AA1', weight: 1, normalisation: 'none' },
  { code: 'AA2', parent: 'AA', name: 'AA2', weight: 4, normalisation: 'none' },
  { code: 'A1', parent: 'A', name: 'A1', weight: 5, normalisation: 'none', direction: -1 },
  { code: 'B', parent: null, name: 'B', weight: 2 },
  { code: 'B1', parent: 'B', name: 'B1', weight: 1, normalisation: 'none' },
  { code: 'B2', parent: 'B', name: 'B2', weight: 0, normalisation: 'none', appliesTo: ['county'] },
  { code: 'B3', parent: 'B', name: 'B3', weight: 2, normalisation: 'none' },
  { code: 'E', parent: null, name: 'E', role: 'bonus', marks: 5 },
];
const leaves = ['AA1', 'AA2', 'A1', 'B1', 'B3'];

const cases: fc.Arbitrary<Case> = fc.record({
  method: fc.record({
    notApplicable: fc.constantFrom('total' as const, 'siblings' as const),
    totalCap: fc.constantFrom(null, 60),
    ranking: fc.record({
      within: fc.constantFrom('kind' as const, 'all' as const),
      ties: fc.constantFrom(...tieRules),
      basis: fc.constantFrom('unrounded' as const, 'rounded' as const),
      decimals: fc.constantFrom(0, 2),
    }),
  }),
  values: fc.array(
    fc.array(
      fc.option(
        fc.integer({ min: 0, max: 8 }).map((n) => 10 * n),
        { freq: 6 },
      ),
      {
        minLength: leaves.length + 1,
        maxLength: leaves.length + 1,
      },
    ),
    { minLength: 1, maxLength: 60 },
  ),
});

const inputOf = ({ method, values }: Case): EngineInput => {
  const units = values.map((_, u): Unit => ({
    code: `U${String(99 - u)}`,
    name: '',
    kind: u % 3 === 0 ? 'department' : 'county',
  }));
  const scores = units.flatMap(({ code }, u): Score[] =>
    leaves.map((indicator, i) => ({ unit: code, indicator, value: values[u]?.[i] ?? 'NA' })),
  );
  const more = units.flatMap(({ code, kind }, u): Score[] => [
    { unit: code, indicator: 'E', value: u % 4 },
    ...(kind === 'county' ? [{ unit: code, indicator: 'B2', value: 50 }] : []),
  ]);
  const social = new Map(units.map(({ code }, u) => [code, values[u]?.at(-1) ?? null]));
  return {
    units,
    indicators,
    scores: [...scores, ...more],
    components: [{ code: 'social', weight: 0.25, values: social }],
    method,
  };
};

describe('draws by the kernel', () => {
  it('give the totals of the engine within 1e-9, and its ranks, for any linear method', () => {
    fc.assert(
      fc.property(cases, fc.nat(1_000_000), (c, seed) => {
        const model = buildModel(inputOf(c));
        const options = { draws: 70, seed, spread: 0.3 };
        const kernel = openKernelDraws(model, options);
        const plain = openPlainDraws(model, options);
        if (kernel === null) throw new Error('the kernel does not run here');
        const step = c.method.ranking?.basis === 'rounded' ? 10 ** -(c.method.ranking.decimals ?? 2) : 0;
        const ours = kernel.totals(5);
        for (const [u, total] of plain.totals(5).entries()) {
          const difference = Math.abs((ours[u] ?? NaN) - total);
          if (Number.isNaN(total)) expect(ours[u]).toBeNaN();
          else expect(difference).toBeLessThanOrEqual(step / 2 + 1e-9);
        }
        expect(kernel.run(3, 67)).toEqual(plain.run(3, 67));
      }),
      { numRuns: 60 },
    );
  });

  it('sort scores however they lie: all equal, one far away, clusters', () => {
    const units = Array.from({ length: 500 }, (_, i) => ({ code: `U${i}`, name: '', kind: 'k' }));
    const tree = ['L1', 'L2'].map((code) => ({ code, parent: null, name: code, normalisation: 'none' }));
    const shapes: ((i: number) => number)[] = [
      () => 7,
      (i) => (i === 0 ? 1e6 : 50 + i / 1e6),
      (i) => (i % 2 === 0 ? 1 : 99) + ((i * 7919) % 500) / 1e8,
      (i) => -i,
    ];
    for (const shape of shapes) {
      const scores = units.flatMap(({ code }, i) =>
        tree.map((leaf, l) => ({ unit: code, indicator: leaf.code, value: shape(i) + l })),
      );
      const model = buildModel({ units, indicators: tree, scores, method: { totalCap: null } });
      const options = { draws: 20, seed: 3, spread: 0.2 };
      expect(openKernelDraws(model, options)?.run(0, 20)).toEqual(openPlainDraws(model, options).run(0, 20));
    }
  });

  it('leave methods that are not linear to the engine', () => {
    const options = { draws: 1, seed: 1, spread: 0.2 };
    const input = inputOf({ method: {}, values: [[10, 20, 30, 40, 50, 60]] });
    for (const method of [{ aggregation: 'geometric' as const }, { minimumCoverage: 0.5 }]) {
      expect(openKernelDraws(buildModel({ ...input, method }), options)).toBeNull();
    }
  });
});

describe('robustness', () => {
  it('is the official ranking in every draw where the spread is 0, under every tie rule', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const input = inputOf(c);
        const results = computeModel(buildModel(input));
        for (const { units } of robustness(input, { draws: 5, spread: 0 }).groups) {
          for (const { unit, rank, best, worst, mean, q5, q95 } of units) {
            expect(rank).toBe(results.row(unit, 'total').rank);
            expect({ best, worst, mean, q5, q95 }).toEqual({
              best: rank,
              worst: rank,
              mean: rank,
              q5: rank,
              q95: rank,
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on how the draws are shared out, or on the order of rows', () => {
    const values = Array.from({ length: 30 }, (_, u) => leaves.map((_, i) => (u * 37 + i * 61) % 101));
    const input = inputOf({ method: {}, values });
    const options = { draws: 300, seed: 42, spread: 0.25 };
    const model = buildModel(input);
    const whole = emptyRankMatrix(model, { from: 0, draws: 300 });
    for (const [from, draws] of [
      [200, 100],
      [0, 33],
      [33, 167],
    ] as const) {
      placeRanks(whole, openPlainDraws(model, options).run(from, draws));
    }
    const { groups } = robustness(input, options);
    expect(summariseRanks(model, whole)).toEqual(groups);
    const reversed = {
      ...input,
      units: input.units.toReversed(),
      indicators: input.indicators.toReversed(),
      scores: [...input.scores].toReversed(),
    };
    const byName = (list: typeof groups) => [...list].sort((a, b) => (a.group < b.group ? -1 : 1));
    expect(byName(robustness(reversed, options).groups)).toEqual(byName(groups));
  });

  it('counts two units by hand: who leads depends on one weight being above the other', () => {
    // X has 100 on L1 and 0 on L2, Y the other way round: X leads where the factor of L1 is the larger, half of the
    // draws. Both are ranked 1 or 2; being ahead of each other adds up to 1; nobody is told apart.
    const input: EngineInput = {
      units: ['X', 'Y'].map((code) => ({ code, name: code, kind: 'k' })),
      indicators: ['L1', 'L2'].map((code) => ({ code, parent: null, name: code, normalisation: 'none' })),
      scores: [
        { unit: 'X', indicator: 'L1', value: 100 },
        { unit: 'X', indicator: 'L2', value: 0 },
        { unit: 'Y', indicator: 'L1', value: 0 },
        { unit: 'Y', indicator: 'L2', value: 100 },
      ],
    };
    const [group] = robustness(input, { draws: 10_000, seed: 5, spread: 0.2 }).groups;
    const [x, y] = group?.units ?? [];
    expect([x?.unit, x?.rank, y?.unit, y?.rank]).toEqual(['X', 1, 'Y', 1]);
    // 10,000 tosses of a fair coin: 3 standard deviations are 0.015.
    expect(Math.abs((x?.aheadOfNext ?? 0) - 0.5)).toBeLessThan(0.015);
    expect((x?.aheadOfNext ?? 0) + (y?.aheadOfPrevious ?? 0)).toBeCloseTo(1, 12);
    expect((x?.counts[0] ?? 0) + (y?.counts[0] ?? 0)).toBe(10_000);
    expect([x?.tie, y?.tie]).toEqual([1, 1]);
  });

  it('tells units apart that no weight can exchange', () => {
    const values = [90, 50, 10].map((x) => leaves.map(() => x));
    const input = { ...inputOf({ method: {}, values }), components: [] };
    const plain = { ...input, units: input.units.map((unit) => ({ ...unit, kind: 'county' })) };
    const scores = [...plain.scores].filter(({ indicator }) => indicator !== 'E' && indicator !== 'B2');
    const tree = indicators.filter(({ code }) => code !== 'B2').map((each) => ({ ...each, direction: null }));
    const [group] = robustness({ ...plain, indicators: tree, scores }, { draws: 100 }).groups;
    expect(group?.units.map(({ tie, best, worst }) => [tie, best, worst])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
    ]);
  });

  it('names other methods as scenarios', () => {
    const input = inputOf({ method: {}, values: [[10, 20, 30, 40, 50, 60]] });
    const { scenarios } = robustness(input, { draws: 1 });
    expect(scenarios.map(({ scenario, node }) => [scenario, node])).toEqual([
      ['equal-weights', null],
      ['geometric', null],
      ['without-family', 'A'],
      ['without-family', 'B'],
    ]);
  });

  it('gives the totals of each scenario, and none where nothing is left', () => {
    // A1 and A2 (weights 3 and 1) under A, B under itself (weight 3 to A's 1); B is for departments only.
    const leaf = { normalisation: 'none' };
    const input: EngineInput = {
      units: [
        { code: 'C', name: 'C', kind: 'county' },
        { code: 'D', name: 'D', kind: 'department' },
      ],
      indicators: [
        { code: 'A', parent: null, name: 'A', weight: 1 },
        { code: 'A1', parent: 'A', name: 'A1', weight: 3, ...leaf },
        { code: 'A2', parent: 'A', name: 'A2', weight: 1, ...leaf },
        { code: 'B', parent: null, name: 'B', weight: 3, appliesTo: ['department'], ...leaf },
      ],
      scores: [
        { unit: 'C', indicator: 'A1', value: 80 },
        { unit: 'C', indicator: 'A2', value: 20 },
        { unit: 'D', indicator: 'A1', value: 81 },
        { unit: 'D', indicator: 'A2', value: 16 },
        { unit: 'D', indicator: 'B', value: 60 },
      ],
    };
    const { scenarios } = robustness(input, { draws: 1 });
    const totals = scenarios.map(({ units }) => units.map(({ total }) => total));
    // Geometric: 80^(3/4)·20^(1/4) = 56.5685…; of D (81^3·16)^(1/4) = 54, then 54^(1/4)·60^(3/4).
    expect(totals).toEqual([
      [50, (48.5 + 60) / 2],
      [expect.closeTo(56.5685424949, 9), expect.closeTo(54 ** 0.25 * 60 ** 0.75, 9)],
      [null, 60],
      [65, 64.75],
    ]);
  });

  it.each([{ draws: 0 }, { draws: 1.5 }, { seed: -1 }, { spread: 1 }, { spread: -0.1 }, { spread: NaN }])(
    'refuses %j in a sentence',
    (options) => {
      const input = inputOf({ method: {}, values: [[1, 1, 1, 1, 1, 1]] });
      expect(() => robustness(input, options)).toThrow(/must be/);
    },
  );
});
