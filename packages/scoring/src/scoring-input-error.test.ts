import { describe, expect, it } from 'vitest';
import { describeProblem } from './describe-problem.ts';
import type { EngineInput, Indicator } from './input.ts';
import { buildModel } from './model.ts';
import type { InputProblem } from './problem.ts';
import { ScoringInputError } from './scoring-input-error.ts';

const good: EngineInput = {
  units: [
    { code: 'C1', name: 'C1', kind: 'county' },
    { code: 'D1', name: 'D1', kind: 'department' },
  ],
  indicators: [
    { code: 'A', parent: null, name: 'A' },
    { code: 'A1', parent: 'A', name: 'A1', marks: 5 },
    { code: 'V', parent: null, name: 'V', role: 'veto' },
    { code: 'K', parent: null, name: 'K', marks: 3, appliesTo: ['county'] },
  ],
  scores: [],
};
const problemsOf = (change: Partial<EngineInput>): readonly InputProblem[] => {
  try {
    buildModel({ ...good, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof ScoringInputError)) throw error;
    return error.problems;
  }
};
const indicators = (...more: (Partial<Indicator> & { code: string })[]): Partial<EngineInput> => ({
  indicators: [...good.indicators, ...more.map((i) => ({ parent: null, name: i.code, ...i }))],
});
const scored = (unit: string, indicator: string, value: number | 'NA' | null): Partial<EngineInput> => ({
  scores: [{ unit, indicator, value }],
});

it('accepts the good input', () => {
  expect(problemsOf({})).toEqual([]);
});

describe.each<[string, Partial<EngineInput>, string, string, number | null]>([
  ['no units', { units: [] }, 'no-units', 'units', null],
  ['no indicators', { indicators: [] }, 'no-indicators', 'indicators', null],
  [
    'nothing to score',
    { indicators: [{ code: 'B', parent: null, name: 'B', role: 'bonus' }] },
    'no-score-leaves',
    'indicators',
    null,
  ],
  ['unit twice', { units: [...good.units, ...good.units.slice(0, 1)] }, 'unit-duplicate', 'units', 2],
  ['unit without kind', { units: [{ code: 'X', name: '', kind: '' }] }, 'kind-empty', 'units', 0],
  ['indicator twice', indicators({ code: 'A1' }), 'indicator-duplicate', 'indicators', 4],
  ['reserved code', indicators({ code: 'total' }), 'code-reserved', 'indicators', 4],
  ['unknown parent', indicators({ code: 'X', parent: 'Y' }), 'parent-unknown', 'indicators', 4],
  ['own parent', indicators({ code: 'X', parent: 'X' }), 'tree-cycle', 'indicators', 4],
  ['negative weight', indicators({ code: 'X', weight: -1 }), 'weight-invalid', 'indicators', 4],
  ['weight NaN', indicators({ code: 'X', weight: NaN }), 'weight-invalid', 'indicators', 4],
  ['negative marks', indicators({ code: 'X', marks: -1 }), 'marks-invalid', 'indicators', 4],
  [
    'marks for one kind',
    indicators({ code: 'X', marksByKind: { county: 1 } }),
    'marks-missing-for-kind',
    'indicators',
    4,
  ],
  ['bad notation', indicators({ code: 'X', normalisation: 'max' }), 'normalisation-invalid', 'indicators', 4],
  [
    'share of nothing',
    indicators({ code: 'X', normalisation: 'share' }),
    'share-without-marks',
    'indicators',
    4,
  ],
  [
    'role on an inner node',
    indicators({ code: 'X', role: 'bonus' }, { code: 'X1', parent: 'X' }),
    'role-on-inner-node',
    'indicators',
    4,
  ],
  ['unknown unit', scored('X', 'A1', 1), 'score-unit-unknown', 'scores', 0],
  ['unknown indicator', scored('C1', 'X', 1), 'score-indicator-unknown', 'scores', 0],
  ['inner node', scored('C1', 'A', 1), 'score-at-inner-node', 'scores', 0],
  ['above full marks', scored('C1', 'A1', 5.01), 'value-above-marks', 'scores', 0],
  ['below zero', scored('C1', 'A1', -0.01), 'value-below-zero', 'scores', 0],
  ['infinite', scored('C1', 'A1', Infinity), 'value-not-finite', 'scores', 0],
  ['half a veto', scored('C1', 'V', 0.5), 'veto-value', 'scores', 0],
  ['other kind', scored('D1', 'K', 1), 'score-not-applicable-kind', 'scores', 0],
  [
    'pair twice',
    { scores: [1, 2].map((value) => ({ unit: 'C1', indicator: 'A1', value })) },
    'score-duplicate',
    'scores',
    1,
  ],
  [
    'component weight',
    { components: [{ code: 's', weight: 1.1, values: {} }] },
    'component-weight',
    'components',
    0,
  ],
  [
    'component unit',
    { components: [{ code: 's', weight: 0.1, values: { X: 1 } }] },
    'component-unit-unknown',
    'components',
    0,
  ],
  [
    'components above 1',
    { components: ['s', 't'].map((code) => ({ code, weight: 0.6, values: {} })) },
    'component-weights-sum',
    'components',
    null,
  ],
  [
    'component not as declared',
    {
      components: [{ code: 's', weight: 0.1, values: {} }],
      method: { components: [{ code: 's', file: 's.csv', weight: 0.2 }] },
    },
    'component-mismatch',
    'method',
    null,
  ],
])('%s', (_, change, code, table, index) => {
  it(`is ${code}`, () => {
    const [problem] = problemsOf(change);
    expect(problem).toMatchObject({ code, at: { table, index } });
    for (const language of ['zh', 'en'] as const) {
      expect(problem && describeProblem(problem, language)).not.toMatch(/[{}]/);
    }
  });
});

it('names every node of a cycle and none below it', () => {
  const cycle = indicators(
    { code: 'X', parent: 'Y' },
    { code: 'Y', parent: 'X' },
    { code: 'below', parent: 'X' },
  );
  expect(problemsOf(cycle).map(({ params }) => params['indicator'])).toEqual(['X', 'Y']);
});

it('accepts full marks exactly, and 0 where the leaf does not count', () => {
  expect(problemsOf(scored('C1', 'A1', 5))).toEqual([]);
  expect(problemsOf(scored('D1', 'K', 'NA'))).toEqual([]);
});

it('reports all problems at once, and counts beyond the first 500', () => {
  const scores = Array.from({ length: 600 }, (_, i) => ({ unit: `X${i}`, indicator: 'A1', value: 1 }));
  try {
    buildModel({ ...good, scores });
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ScoringInputError)) throw error;
    expect(error.count).toBe(600);
    expect(error.problems).toHaveLength(500);
    expect(error.message).toContain('1 of 600');
  }
});
