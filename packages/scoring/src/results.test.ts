import { describe, expect, it } from 'vitest';
import type { EngineInput, Indicator, Score, Unit } from './input.ts';
import type { MethodInput } from './method.ts';
import { computeResults } from './results.ts';
import { ScoringInputError } from './scoring-input-error.ts';

const unit = (code: string, kind = 'county'): Unit => ({ code, kind, name: code });
const node = (code: string, parent: string | null, more: Partial<Indicator> = {}): Indicator => ({
  code,
  parent,
  name: code,
  ...more,
});
const score = (u: string, indicator: string, value: number | 'NA' | null): Score => ({
  unit: u,
  indicator,
  value,
});

/** Two families of 60 and 40 marks: A1 40, A2 20; B1 30, B2 10. */
const families: Indicator[] = [
  node('A', null),
  node('A1', 'A', { marks: 40 }),
  node('A2', 'A', { marks: 20 }),
  node('B', null),
  node('B1', 'B', { marks: 30 }),
  node('B2', 'B', { marks: 10 }),
];
const leaves = ['A1', 'A2', 'B1', 'B2'];
const scoresOf = (u: string, values: readonly (number | 'NA' | null)[]): Score[] =>
  leaves.map((leaf, i) => score(u, leaf, values[i] ?? null));
const compute = (scores: Score[], method: MethodInput = {}, more: Partial<EngineInput> = {}) =>
  computeResults({ units: [unit('U1')], indicators: families, scores, method, ...more });

/** A single leaf of 100 marks, so that a unit's total is its value. */
const totals = (values: readonly number[], method: MethodInput = {}) =>
  computeResults({
    units: values.map((_, i) => unit(`U${i + 1}`)),
    indicators: [node('L', null, { marks: 100 })],
    scores: values.map((value, i) => score(`U${i + 1}`, 'L', value)),
    method,
  });

const bands = [
  { code: 'excellent', name: '优秀', minimum: 90 },
  { code: 'good', name: '良好', minimum: 80 },
  { code: 'pass', name: '合格', minimum: 60 },
  { code: 'fail', name: '不合格', minimum: 0 },
];

describe('a tree of marks', () => {
  it('scores each node by the marks below it', () => {
    const results = compute(scoresOf('U1', [30, 10, 27, 8]));
    // A 40 of 60, B 35 of 40, total 75 of 100
    expect(results.row('U1', 'A1').score).toBe(75);
    expect(results.row('U1', 'A').score).toBe(66.6666666667);
    expect(results.row('U1', 'B').score).toBe(87.5);
    expect(results.row('U1', 'total')).toEqual({
      unit: 'U1',
      node: 'total',
      score: 75,
      coverage: 1,
      rank: 1,
      band: null,
    });
    expect(results.rows.map((row) => row.node)).toEqual(['total', 'A', 'A1', 'A2', 'B', 'B1', 'B2']);
  });

  it('uses the marks of the unit’s kind and leaves out what has none', () => {
    const indicators = [
      node('X', null, { marks: 5, marksByKind: { department: 0 } }),
      node('Y', null, { marksByKind: { county: 5, department: 8 } }),
      node('Z', null, { marks: 2, appliesTo: ['department'] }),
    ];
    const results = computeResults({
      units: [unit('C'), unit('D', 'department')],
      indicators,
      scores: [score('C', 'X', 5), score('C', 'Y', 3), score('D', 'Y', 4), score('D', 'Z', 1)],
    });
    // county: 8 of 10; department: 5 of 10
    expect(results.row('C', 'total')).toMatchObject({ score: 80, coverage: 1, rank: 1 });
    expect(results.row('D', 'total')).toMatchObject({ score: 50, coverage: 1, rank: 1 });
    expect(results.row('C', 'Z').score).toBeNull();
    expect(results.lineage('D', 'X').status).toBe('outsideKind');
  });
});

describe('not applicable', () => {
  const values = ['NA', 10, 27, 8] as const;

  it('total: rescales the whole by 100 ÷ (100 − ΣN/A)', () => {
    const results = compute(scoresOf('U1', values));
    // earned 45 of 60 applicable: 45 × 100 ÷ (100 − 40) = 75; family A 10 of 20 = 50
    expect(results.row('U1', 'total')).toMatchObject({ score: 75, coverage: 0.6 });
    expect(results.row('U1', 'A').score).toBe(50);
    expect(results.lineage('U1', 'total')).toMatchObject({
      rawMarks: 45,
      applicableMarks: 60,
      fullMarks: 100,
      rawScore: 45,
      rescalingFactor: 100 / 60,
    });
  });

  it('siblings: gives the weight to what is left under the same parent', () => {
    const results = compute(scoresOf('U1', values), { notApplicable: 'siblings' });
    // A stays 60 of 100 with A2 alone: 50; B 87.5: 0.6 × 50 + 0.4 × 87.5 = 65
    expect(results.row('U1', 'total').score).toBe(65);
    const [a, b] = results.lineage('U1', 'total').children;
    expect([a?.weightInUse, b?.weightInUse]).toEqual([0.6, 0.4]);
  });

  it('siblings: a family that is N/A as a whole gives its weight to the other families', () => {
    const results = compute(scoresOf('U1', ['NA', 'NA', 27, 8]), { notApplicable: 'siblings' });
    expect(results.row('U1', 'total').score).toBe(87.5);
    expect(results.row('U1', 'A').score).toBeNull();
  });

  it('switching family D off (20 of 100) rescales the others by 1.25', () => {
    const indicators = [node('ABC', null, { marks: 80 }), node('D', null, { marks: 20 })];
    const results = computeResults({
      units: [unit('U1')],
      indicators,
      scores: [score('U1', 'ABC', 60), score('U1', 'D', 'NA')],
    });
    expect(results.row('U1', 'total').score).toBe(75);
    expect(results.lineage('U1', 'total').rescalingFactor).toBe(1.25);
  });

  it('has no score, and says so, where everything is N/A', () => {
    const results = compute(scoresOf('U1', ['NA', 'NA', 'NA', 'NA']));
    expect(results.row('U1', 'total')).toMatchObject({ score: null, rank: null, coverage: 0 });
    expect(results.warnings).toContainEqual({
      code: 'nothing-present',
      params: { unit: 'U1', node: 'total' },
      unit: 'U1',
      node: 'total',
    });
  });
});

describe('unscored, zero and not applicable are three things', () => {
  it('refuse counts and lists what is missing', () => {
    const run = () => compute([score('U1', 'A1', 40), score('U1', 'A2', 0), score('U1', 'B1', null)]);
    expect(run).toThrow(ScoringInputError);
    try {
      run();
    } catch (error) {
      if (!(error instanceof ScoringInputError)) throw error;
      expect(error.message).toContain('2 leaves are unscored');
      expect(
        error.problems.map(({ code, params }) => [code, params['indicator'] ?? params['count']]),
      ).toEqual([
        ['unscored-count', 2],
        ['unscored', 'B1'],
        ['unscored', 'B2'],
      ]);
    }
  });
  it('exclude treats it like N/A, zero as no marks', () => {
    const scores = scoresOf('U1', [null, 10, 27, 8]);
    expect(compute(scores, { unscored: 'exclude' }).row('U1', 'total').score).toBe(75);
    expect(compute(scores, { unscored: 'zero' }).row('U1', 'total')).toMatchObject({
      score: 45,
      coverage: 1,
    });
  });
  it('minimum coverage takes the score of what is covered too little', () => {
    // coverage 0.6 in all, A 20 of 60
    const at = (minimumCoverage: number) => compute(scoresOf('U1', ['NA', 10, 27, 8]), { minimumCoverage });
    expect(at(1 / 3).row('U1', 'A').score).toBe(50);
    expect(at(0.34).row('U1', 'A').score).toBeNull();
    expect(at(0.34).row('U1', 'total')).toMatchObject({ score: 87.5, coverage: 0.4 });
    expect(at(0.41).row('U1', 'total').score).toBeNull();
  });
});

describe('bonus, penalty, cap and veto', () => {
  const outside = [
    node('L', null, { marks: 100 }),
    node('E1', null, { role: 'bonus', marks: 5 }),
    node('E2', null, { role: 'bonus', marks: 5 }),
    node('P', null, { role: 'penalty' }),
    node('V', null, { role: 'veto' }),
  ];
  const run = (values: Readonly<Record<string, number>>, method: MethodInput = {}) =>
    computeResults({
      units: [unit('U1')],
      indicators: outside,
      scores: Object.entries(values).map(([code, value]) => score('U1', code, value)),
      method,
    });

  it('adds a bonus in the root’s units', () => {
    expect(run({ L: 80, E1: 2, E2: 1.5 }).row('U1', 'total').score).toBe(83.5);
  });
  it('stops the bonus at its cap', () => {
    expect(run({ L: 80, E1: 2, E2: 3 }).row('U1', 'total').score).toBe(85);
    expect(run({ L: 80, E1: 3, E2: 3 }).row('U1', 'total').score).toBe(85);
    expect(run({ L: 80, E1: 3, E2: 3 }).totals[0]?.bonus).toEqual({ granted: 6, counted: 5 });
    expect(run({ L: 80, E1: 3, E2: 3 }, { bonusCap: null }).row('U1', 'total').score).toBe(86);
  });
  it('stops the total at its cap', () => {
    const capped = run({ L: 97, E1: 4 });
    expect(capped.totals[0]).toMatchObject({ beforeCap: 101, capApplied: true, total: 100 });
    expect(run({ L: 96, E1: 4 }).totals[0]).toMatchObject({ capApplied: false, total: 100 });
    expect(run({ L: 97, E1: 4 }, { totalCap: null }).row('U1', 'total').score).toBe(101);
  });
  it('subtracts a penalty, before the cap and without a floor', () => {
    expect(run({ L: 98, E1: 5, P: 4 }).row('U1', 'total').score).toBe(99);
    expect(run({ L: 3, P: 4 }).row('U1', 'total').score).toBe(-1);
  });
  it('lowers the band by a veto, not the score', () => {
    const vetoed = run({ L: 95, V: 1 }, { bands, veto: { band: 'fail' } });
    expect(vetoed.row('U1', 'total')).toMatchObject({ score: 95, rank: 1, band: 'fail' });
    expect(vetoed.totals[0]).toMatchObject({ bandEarned: 'excellent', vetoes: ['V'] });
    expect(run({ L: 95, V: 0 }, { bands, veto: { band: 'fail' } }).row('U1', 'total').band).toBe('excellent');
    expect(run({ L: 50, V: 1 }, { bands, veto: { band: 'pass' } }).row('U1', 'total').band).toBe('fail');
  });
  it('warns of a veto that the method has not switched on', () => {
    const results = run({ L: 95, V: 1 }, { bands });
    expect(results.row('U1', 'total').band).toBe('excellent');
    expect(results.warnings.map(({ code }) => code)).toEqual(['veto-ignored']);
  });
});

describe('bands', () => {
  it.each([
    [89.99, 'good'],
    [89.994, 'good'],
    [89.995, 'excellent'],
    [90, 'excellent'],
    [80, 'good'],
    [79.99, 'pass'],
    [60, 'pass'],
    [59.99, 'fail'],
    [0, 'fail'],
  ])('%d is %s by the printed score', (value, band) => {
    expect(totals([value], { bands }).row('U1', 'total').band).toBe(band);
  });
  it('can look at the unrounded score', () => {
    expect(totals([89.995], { bands, bandBasis: 'unrounded' }).row('U1', 'total').band).toBe('good');
  });
  it('prints 90.00 for a sum that binary addition leaves just under 89.995', () => {
    const indicators = [node('a', null, { weight: 0.8 }), node('b', null, { weight: 0.2 })];
    // 0.8 × 89.99375 + 0.2 × 90 = 71.995 + 18 = 89.995
    const results = computeResults({
      units: [unit('U1')],
      indicators,
      scores: [score('U1', 'a', 89.99375), score('U1', 'b', 90)],
      method: { bands },
    });
    expect(results.row('U1', 'total')).toMatchObject({ score: 89.995, band: 'excellent' });
  });
  it('says when a total is below every band', () => {
    const results = totals([50], { bands: bands.slice(0, 2) });
    expect(results.row('U1', 'total').band).toBeNull();
    expect(results.warnings.map(({ code }) => code)).toEqual(['no-band']);
  });
});

describe('ranking', () => {
  const rank = (method: MethodInput, values = [95, 90, 90, 80]) =>
    totals(values, method).rows.flatMap((row) => (row.node === 'total' ? [row.rank] : []));

  it('shares a rank among equals: 1, 2, 2, 4', () => {
    expect(rank({})).toEqual([1, 2, 2, 4]);
    expect(rank({ ranking: { ties: 'dense' } })).toEqual([1, 2, 2, 3]);
    expect(rank({ ranking: { ties: 'average' } })).toEqual([1, 2.5, 2.5, 4]);
    expect(rank({ ranking: { ties: 'ordinal' } })).toEqual([1, 2, 3, 4]);
  });
  it('ranks unrounded scores unless told otherwise', () => {
    const close = [90.004, 90.001, 80];
    expect(rank({}, close)).toEqual([1, 2, 3]);
    expect(rank({ ranking: { basis: 'rounded' } }, close)).toEqual([1, 1, 3]);
    expect(rank({ ranking: { basis: 'rounded', decimals: 3 } }, close)).toEqual([1, 2, 3]);
  });
  it('sees equals behind float dust', () => {
    const indicators = ['a', 'b', 'c'].map((code) => node(code, null, { marks: 10 }));
    const results = computeResults({
      units: [unit('U1'), unit('U2')],
      indicators,
      scores: [
        ...['a', 'b', 'c'].map((code, i) => score('U1', code, [0.1, 0.2, 0.3][i] ?? 0)),
        ...['a', 'b', 'c'].map((code, i) => score('U2', code, [0.6, 0, 0][i] ?? 0)),
      ],
    });
    expect(results.rows.filter((row) => row.node === 'total').map((row) => row.rank)).toEqual([1, 1]);
  });
  it('ranks kinds apart, or all together', () => {
    const run = (within: 'kind' | 'all') =>
      computeResults({
        units: [unit('C', 'county'), unit('D', 'department')],
        indicators: [node('L', null, { marks: 100 })],
        scores: [score('C', 'L', 70), score('D', 'L', 80)],
        method: { ranking: { within } },
      });
    expect(run('kind').row('C', 'total').rank).toBe(1);
    expect(run('all').row('C', 'total').rank).toBe(2);
    expect(run('all').row('C', 'L').rank).toBe(2);
  });
});

describe('components', () => {
  const run = (values: Readonly<Record<string, number | null>>) =>
    compute(scoresOf('U1', [30, 10, 27, 8]), {}, { components: [{ code: 'social', weight: 0.2, values }] });
  it('mixes 80 to 20', () => {
    // 0.8 × 75 + 0.2 × 90 = 78
    expect(run({ U1: 90 }).row('U1', 'total').score).toBe(78);
    expect(run({ U1: 90 }).totals[0]?.parts).toEqual([
      { code: 'tree', value: 75, weight: 0.8, weightInUse: 0.8 },
      { code: 'social', value: 90, weight: 0.2, weightInUse: 0.2 },
    ]);
  });
  it('rescales the rest where a unit has none, and says so', () => {
    for (const values of [{}, { U1: null }]) {
      const results = run(values);
      expect(results.row('U1', 'total').score).toBe(75);
      expect(results.totals[0]?.parts[0]).toMatchObject({ weight: 0.8, weightInUse: 1 });
      expect(results.warnings.map(({ code }) => code)).toEqual(['component-missing']);
    }
  });
  it('takes a Map too, and a zero is a value', () => {
    const values = new Map([['U1', 0]]);
    const components = [{ code: 'social', weight: 0.2, values }];
    expect(compute(scoresOf('U1', [30, 10, 27, 8]), {}, { components }).row('U1', 'total').score).toBe(60);
  });
});

describe('a tree of weights', () => {
  const indicators = (aggregation: Indicator['aggregation']): Indicator[] => [
    node('I', null, { aggregation }),
    node('a', 'I', { weight: 3 }),
    node('b', 'I'),
  ];
  const run = (aggregation: Indicator['aggregation'], a: number, b: number) =>
    computeResults({
      units: [unit('U1')],
      indicators: indicators(aggregation),
      scores: [score('U1', 'a', a), score('U1', 'b', b)],
    });
  it.each([
    // (3 × 16 + 81) ÷ 4 = 32.25
    ['arithmetic', 32.25],
    // (16³ × 81)^¼ = 8 × 3 = 24
    ['geometric', 24],
    // 4 ÷ (3 ÷ 16 + 1 ÷ 81) = 4 × 1296 ÷ (243 + 16) = 5184 ÷ 259
    ['harmonic', 20.0154440154],
    ['sum', 97],
  ] as const)('%s', (aggregation, expected) => {
    expect(run(aggregation, 16, 81).row('U1', 'I').score).toBe(expected);
  });
  it('makes a geometric and a harmonic mean with a zero 0', () => {
    expect(run('geometric', 0, 81).row('U1', 'I').score).toBe(0);
    expect(run('harmonic', 0, 81).row('U1', 'I').score).toBe(0);
  });
  it('leaves a geometric mean with a negative value undefined, up to the total', () => {
    const results = run('geometric', -16, 81);
    expect(results.row('U1', 'I').score).toBeNull();
    expect(results.row('U1', 'total')).toMatchObject({ score: null, rank: null });
    expect(results.warnings).toMatchObject([{ code: 'negative-value', params: { child: 'a' } }]);
    expect(results.lineage('U1', 'I').status).toBe('undefined');
  });
  it('leaves out a leaf whose normalisation is undefined for everybody', () => {
    const results = computeResults({
      units: [unit('U1'), unit('U2')],
      indicators: [node('a', null, { normalisation: 'minmax:0:100' }), node('b', null)],
      scores: [score('U1', 'a', 7), score('U2', 'a', 7), score('U1', 'b', 10), score('U2', 'b', 20)],
    });
    expect(results.row('U2', 'total')).toMatchObject({ score: 20, coverage: 0.5 });
    expect(results.warnings.map(({ code }) => code)).toEqual(['zero-range']);
  });
});

it('goes as deep as the tree goes', () => {
  const depth = 5000;
  const indicators = Array.from({ length: depth }, (_, i) => node(`n${i}`, i === 0 ? null : `n${i - 1}`));
  const results = computeResults({
    units: [unit('U1')],
    indicators,
    scores: [score('U1', `n${depth - 1}`, 42)],
  });
  expect(results.row('U1', 'total').score).toBe(42);
});
