import { expect, it } from 'vitest';
import { meanToMargins } from './mean-to-margins.ts';

/*
 * Four of the public (60 each) and one business (100); in the population they are half each. Raked: 1/8 a person of the
 * public, 1/2 the business. Mean 0.5·60 + 0.5·100 = 80 (plain 68). Σw = 1, Σw² = 4/64 + 1/4 = 0.3125: design effect
 * 5·0.3125 = 1.5625, as good as 3.2 of equal weight.
 */
const rows = [...Array.from({ length: 4 }, () => ({ Q1: 'A' })), { Q1: 'B' }];
const scores = [60, 60, 60, 60, 100];

it('weights to the population, whatever its totals add up to', () => {
  const byHand = { designEffect: 1.5625, effectiveSize: 3.2, reason: null };
  for (const totals of [
    { A: 50, B: 50 },
    { A: 400_000, B: 400_000 },
  ]) {
    const weighted = meanToMargins(rows, scores, { Q1: totals });
    expect(weighted).toMatchObject({ reason: byHand.reason });
    expect(weighted.mean).toBeCloseTo(80, 9);
    expect(weighted.designEffect).toBeCloseTo(byHand.designEffect, 9);
    expect(weighted.effectiveSize).toBeCloseTo(byHand.effectiveSize, 9);
  }
});

it('gives none where nobody of a category answered', () => {
  const none = { mean: null, designEffect: null, effectiveSize: null, reason: 'empty-category' };
  expect(meanToMargins(rows, scores, { Q1: { A: 1, B: 1, C: 1 } })).toEqual(none);
  expect(meanToMargins([], [], { Q1: { A: 1 } })).toEqual(none);
});
