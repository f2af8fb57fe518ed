import { agreementLimits } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { agreementFigures, isUnclear, leniency, type ComparedLeaf, type Share } from './agreement-figures.ts';

const pairs = (...shares: [Share, Share][]): ComparedLeaf[] =>
  shares.map((each) => ({ shares: each, arbitrated: false }));
const limits = agreementLimits.parse({});

describe('agreement', () => {
  it('by hand: two values, one of four apart', () => {
    // 0 and 1 as in packages/statistics: p_o = 3/4, p_e = 1/2, so kappa is 1/2 (with two categories weights say the
    // same). Alpha: 8 values, 3 zeros and 5 ones; 1 − 7·(2·1) ÷ (2·3·5) = 1 − 14/30.
    const figures = agreementFigures(pairs([1, 1], [1, 1], [0, 0], [0, 1]));
    expect(figures.percent).toBe(0.75);
    expect(figures.kappa).toBeCloseTo(0.5, 12);
    expect(figures.alpha).toBeCloseTo(1 - 14 / 30, 12);
    expect(figures.difference).toBe(0.25);
  });

  it('takes N/A as an answer of its own, which is no number', () => {
    const figures = agreementFigures(pairs(['NA', 'NA'], ['NA', 1], [0.5, 0.5]));
    expect(figures).toMatchObject({ n: 3, difference: 0 });
    expect(figures.percent).toBeCloseTo(2 / 3, 12);
  });

  it('is null where nothing was compared', () => {
    expect(agreementFigures([])).toEqual({
      n: 0,
      percent: null,
      kappa: null,
      alpha: null,
      difference: null,
      arbitrated: 0,
    });
  });
});

describe('an unclear indicator', () => {
  const figures = agreementFigures(pairs([0, 1], [1, 0], [0, 1], [1, 0]));

  it('is one on which raters disagree, with enough leaves', () => {
    expect(isUnclear(figures, limits)).toBe(true);
    expect(isUnclear(figures, { ...limits, atLeast: 5 })).toBe(false);
  });

  it('is none where they differ by next to nothing, however small alpha is', () => {
    const close = agreementFigures(pairs([1, 0.99], [0.99, 1], [1, 0.99], [0.99, 1]));
    expect(close.alpha).toBeLessThan(0);
    expect(isUnclear(close, limits)).toBe(false);
  });

  it('is one from a quarter of cases on', () => {
    const many = (arbitrated: number) => ({
      ...agreementFigures(pairs([1, 1], [1, 1], [1, 1], [0, 0])),
      arbitrated,
    });
    expect(isUnclear(many(0), limits)).toBe(false);
    expect(isUnclear(many(1), limits)).toBe(true);
  });
});

describe('leniency', () => {
  it('is the mean signed difference, N/A left out', () => {
    expect(
      leniency([
        [1, 0.5],
        [0.5, 0.75],
        ['NA', 1],
      ]),
    ).toBe(0.125);
    expect(leniency([['NA', 1]])).toBeNull();
  });
});
