import { expect, it } from 'vitest';
import { fromTo, rankFromTo, scoreFromTo } from './from-to.ts';

it('shows both only where they differ', () => {
  expect(fromTo({ from: '优秀', to: '良好' })).toBe('优秀 → 良好');
  expect(fromTo({ from: '良好', to: '良好' })).toBe('良好');
  expect(rankFromTo({ from: 3, to: null })).toBe('3 → —');
});

it('prints scores with two decimals, and with all where two would hide the difference', () => {
  expect(scoreFromTo({ from: 88.314, to: 90.125 })).toBe('88.31 → 90.13');
  expect(scoreFromTo({ from: 88.311, to: 88.312 })).toBe('88.311 → 88.312');
  expect(scoreFromTo({ from: null, to: 90 })).toBe('— → 90.00');
  expect(scoreFromTo({ from: 90, to: 90 })).toBe('90.00');
});
