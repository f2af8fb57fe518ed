import { expect, it } from 'vitest';
import {
  formatCount,
  formatDifference,
  formatMarks,
  formatPercent,
  formatScore,
  formatScoreOr,
} from './number.ts';

it('prints scores half-up with two decimals and a real minus sign', () => {
  expect(formatScore(89.995)).toBe('90.00');
  expect(formatScore(2.675)).toBe('2.68');
  expect(formatScore(-1.5)).toBe('−1.50');
  expect(formatScoreOr(null, '—')).toBe('—');
});

it('shows the sign of a difference, and none for what rounds to zero', () => {
  expect(formatDifference(1.2)).toBe('+1.20');
  expect(formatDifference(-0.75)).toBe('−0.75');
  expect(formatDifference(0.001)).toBe('0.00');
});

it('prints shares, counts and full marks', () => {
  expect(formatPercent(0.8)).toBe('80%');
  expect(formatPercent(0.8765, 1)).toBe('87.7%');
  expect(formatCount(4012)).toBe('4,012');
  expect(formatCount(37)).toBe('37');
  expect(formatMarks(4)).toBe('4');
  expect(formatMarks(10)).toBe('10');
  expect(formatMarks(2.5)).toBe('2.5');
});
