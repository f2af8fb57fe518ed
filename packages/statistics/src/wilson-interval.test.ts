import { describe, expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  // Source: binom.confint(x, n, methods = "wilson") of the R package binom, as quoted in the tests
  // of statsmodels.stats.proportion.proportion_confint.
  test.each([
    [18, 20, 0.6989663547715128, 0.972133518786232],
    [4, 20, 0.0806576625797981, 0.4160174322518935],
    [4, 200, 0.00780442641634947, 0.05028708690582643],
    [190, 200, 0.910421851861224, 0.972617354399236],
    [1, 30, 0.00590859, 0.16670391],
    [29, 30, 0.8332961, 0.9940914],
  ])('%d of %d agrees with the published bounds', (successes, n, lower, upper) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.lower).toBeCloseTo(lower, 7);
    expect(interval?.upper).toBeCloseTo(upper, 7);
  });

  test('stays within 0 and 1 where all or none succeed', () => {
    expect(wilsonInterval(0, 10)?.lower).toBe(0);
    expect(wilsonInterval(10, 10)?.upper).toBe(1);
    // By hand: the other bound is z² ÷ (n + z²) = 3.841459/13.841459.
    expect(wilsonInterval(0, 10)?.upper).toBeCloseTo(0.2775328, 6);
  });

  test('widens with the confidence: z = 2.575829 at 99 %', () => {
    // By hand: at p̂ = ½ the bounds are ½ ± z ÷ 2√(n + z²) = 0.5 − 2.575829/(2·√16.634897).
    expect(wilsonInterval(5, 10, 0.99)?.lower).toBeCloseTo(0.184226, 5);
  });

  test('is undefined without trials and refuses impossible counts', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 1)).toThrow(RangeError);
  });
});
