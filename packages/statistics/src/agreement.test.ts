import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from './agreement.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

fc.configureGlobal({ seed: 20200429 });

const rating = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 });
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) =>
    fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 30 }),
  );
const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;

describe('Cohen’s kappa', () => {
  test('by hand: agreement 3 of 4, chance 1/2', () => {
    // a = x x y y, b = x x y x: p_o = 3/4, p_e = 2/4·3/4 + 2/4·1/4 = 1/2, κ = (3/4 − 1/2) ÷ (1/2).
    expect(cohenKappa(['x', 'x', 'y', 'y'], ['x', 'x', 'y', 'x'])).toBeCloseTo(0.5, 12);
  });

  test('weights need the categories in their order, used or not', () => {
    // One step apart of two (categories 1, 2) counts as much as any; of three (1, 2, 3) linear weights stay the same
    // scale, and a rating that is not listed is refused.
    expect(() => cohenKappa([1, 2], [1, 3], { categories: [1, 2] })).toThrow(/3 is not among/);
    expect(() => cohenKappa([1], [1], { categories: [1, 1] })).toThrow(/twice/);
    expect(() => cohenKappa([1], [1, 2])).toThrow(/same subjects/);
  });

  test('is null where chance alone agrees always, or nobody rated', () => {
    expect(cohenKappa([1, 1], [1, 1])).toBeNull();
    expect(cohenKappa([1, null], [null, 2])).toBeNull();
    expect(cohenKappa([], [])).toBeNull();
  });

  test('is 1 for a rater with itself', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2 }), (list) => {
        for (const weights of ['unweighted', 'linear', 'quadratic'] as const) {
          const kappa = cohenKappa(list, list, { weights });
          if (new Set(list).size > 1) expect(kappa).toBeCloseTo(1, 12);
          else expect(kappa).toBeNull();
        }
      }),
    );
  });
});

describe('Krippendorff’s alpha and Fleiss’ kappa', () => {
  test('do not depend on who is which rater, nor on the order of subjects', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const turned = rows.map((row) => row.toReversed()).toReversed();
        for (const metric of metrics) {
          const [a, b] = [krippendorffAlpha(rows, metric), krippendorffAlpha(turned, metric)];
          if (a === null) expect(b).toBeNull();
          else expect(b).toBeCloseTo(a, 10);
        }
        const [a, b] = [fleissKappa(rows), fleissKappa(turned)];
        if (a === null) expect(b).toBeNull();
        else expect(b).toBeCloseTo(a, 10);
      }),
    );
  });

  test('are null where nothing varies or nothing can be paired', () => {
    expect(krippendorffAlpha([[1, 1]], 'interval')).toBeNull();
    expect(krippendorffAlpha([[1, null]], 'nominal')).toBeNull();
    expect(fleissKappa([[1, 1]])).toBeNull();
    expect(fleissKappa([[1, null]])).toBeNull();
    expect(fleissKappa([])).toBeNull();
  });

  test('refuse ragged rows, and differences of what is no number', () => {
    expect(() => krippendorffAlpha([[1, 2], [1]], 'nominal')).toThrow(RangeError);
    expect(() => fleissKappa([[1, 2], [1]])).toThrow(RangeError);
    expect(() => krippendorffAlpha([['a', 'b']], 'ratio')).toThrow(/numbers/);
    expect(
      krippendorffAlpha(
        [
          ['a', 'b'],
          ['a', 'a'],
        ],
        'ordinal',
      ),
    ).not.toBeNull();
  });
});

describe('intraclass correlation', () => {
  test('by hand: raters that differ by a constant agree in consistency, not in the absolute', () => {
    // Subjects 1, 3 and 5; the second rater gives 2 more: ICC(3,1) = 1. BMS = 8, JMS = 6, EMS = 0, WMS = 2:
    // ICC(1,1) = (8 − 2) ÷ (8 + 2) = 0.6, ICC(2,1) = 8 ÷ (8 + 2·6 ÷ 3) = 2/3.
    const icc = intraclassCorrelation([
      [1, 3],
      [3, 5],
      [5, 7],
    ]);
    expect(icc.icc3).toBeCloseTo(1, 12);
    expect(icc.icc1).toBeCloseTo(0.6, 12);
    expect(icc.icc2).toBeCloseTo(2 / 3, 12);
  });

  test('is null with one subject, one rater, or without any variation', () => {
    for (const rows of [
      [[1, 2]],
      [[1], [2]],
      [
        [null, 1],
        [2, 3],
      ],
    ]) {
      expect(intraclassCorrelation(rows).icc1).toBeNull();
    }
    const flat = intraclassCorrelation([
      [2, 2],
      [2, 2],
    ]);
    expect(Object.values(flat)).toEqual([null, null, null, null, null, null]);
  });
});

describe('agreement', () => {
  test('says why a figure is undefined, and never gives NaN', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const figures = agreement(rows);
        expect(JSON.stringify(figures)).not.toContain('NaN');
        if (figures.fleissKappa === null) expect(figures.notes['fleissKappa']).toMatch(/\w/);
        if (figures.cohenKappa === null) expect(figures.notes['cohenKappa']).toMatch(/two raters/);
        for (const metric of metrics) {
          if (figures.krippendorffAlpha[metric] !== null) continue;
          expect(figures.notes[`krippendorffAlpha.${metric}`]).toMatch(/\w/);
        }
      }),
    );
  });

  test('of texts leaves out what needs numbers', () => {
    const figures = agreement([
      ['good', 'good'],
      ['poor', 'good'],
    ]);
    expect(figures.icc.icc1).toBeNull();
    expect(figures.notes['icc']).toMatch(/not numbers/);
    expect(figures.notes['krippendorffAlpha.ratio']).toMatch(/not numbers/);
    expect(figures.percentAgreement).toBe(0.5);
  });
});
