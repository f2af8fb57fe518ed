import { describe, expect, it } from 'vitest';
import type { Share } from '../ratings/agreement-figures.ts';
import { calibrationFigures, distanceFromMedian, medianOf, spreadOf } from './calibration-figures.ts';

const cell = (given: Record<string, Share>) => new Map(Object.entries(given));

describe('median and spread', () => {
  it.each([
    [[0.2, 0.9, 0.4], 0.4, 0.7],
    [[0, 0.5, 1, 1], 0.75, 1],
    [[0.5, 'NA'], 0.5, 0],
    [['NA', 'NA'], null, null],
    [[], null, null],
  ] as const)('of %j are %j and %j', (shares, median, spread) => {
    expect(medianOf(shares)).toBe(median);
    expect(spreadOf(shares)).toEqual(spread === null ? null : expect.closeTo(spread));
  });
});

describe('agreement of several', () => {
  it('counts every pair at every cell, and those that differ by more than the threshold', () => {
    // Of three pairs one agrees; 1 against 0.8 is the threshold itself, 0.8 against 0.5 is not.
    const figures = calibrationFigures([cell({ a: 1, b: 1, c: 0.8 }), cell({ a: 0.8, b: 0.5 })], 0.2);
    expect(figures).toMatchObject({ n: 4, percent: 0.25, arbitrated: 1 });
    expect(figures.difference).toBeCloseTo((0 + 0.2 + 0.2 + 0.3) / 4);
  });

  it('tells N/A against a number as apart, and against N/A as the same', () => {
    const figures = calibrationFigures([cell({ a: 'NA', b: 'NA', c: 0 })], 0.2);
    expect(figures).toMatchObject({ n: 3, percent: 1 / 3, arbitrated: 2, alpha: null, kappa: null });
  });

  it('has the mean of the pairs’ kappas, and one alpha over all', () => {
    // In tenths, squared: a and b agree (κ = 1); of c against a 200/3 is observed and 300/9 expected, so κ = −1.
    const cells = [cell({ a: 0, b: 0, c: 1 }), cell({ a: 0.5, b: 0.5, c: 0.5 }), cell({ a: 1, b: 1, c: 0 })];
    const { kappa, alpha } = calibrationFigures(cells, 0.2);
    expect(kappa).toBeCloseTo((1 + -1 + -1) / 3);
    expect(alpha).toBeLessThan(0);
  });
});

it('one evaluator’s distance is from the median of all, with and without its sign', () => {
  const cells = [cell({ a: 1, b: 0.5, c: 0.5 }), cell({ a: 0.3, b: 0.5, c: 0.5 }), cell({ a: 'NA', b: 1 })];
  expect(distanceFromMedian(cells, 'a')).toEqual({
    n: 2,
    fromMedian: expect.closeTo(0.15),
    distance: expect.closeTo(0.35),
  });
  expect(distanceFromMedian(cells, 'nobody')).toEqual({ n: 0, fromMedian: null, distance: null });
});
