import { describe, expect, it } from 'vitest';
import { compute, node, score, scoresOf, unit } from './example-input.ts';
import type { Indicator } from './input.ts';
import { computeResults } from './results.ts';
import { ScoringInputError } from './scoring-input-error.ts';

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
      expect(error.message).toContain('Unscored leaves: 2.');
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

it('says that nothing counts for a kind whose leaves all have 0 marks, or apply to others', () => {
  const units = [unit('U1'), unit('D1', 'department')];
  const indicators = [
    node('A1', null, { marksByKind: { county: 5, department: 0 } }),
    node('A2', null, { marks: 5, appliesTo: ['county'] }),
  ];
  const scores = [score('U1', 'A1', 5), score('U1', 'A2', 4)];
  const results = computeResults({ units, indicators, scores });
  expect(results.row('U1', 'total').score).toBe(90);
  expect(results.row('D1', 'total')).toMatchObject({ score: null, rank: null });
  expect(results.lineage('D1', 'total')).toMatchObject({ status: 'undefined', reason: 'no-weights' });
  expect(results.warnings).toEqual([
    { code: 'zero-weights', params: { node: 'total', unit: 'department' }, unit: null, node: 'total' },
  ]);
});
