import { describe, expect, it } from 'vitest';
import { compute, node, score, scoresOf, unit } from './example-input.ts';
import type { MethodInput } from './method.ts';
import { computeResults } from './results.ts';

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
