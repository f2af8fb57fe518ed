import { expect, it } from 'vitest';
import { readSpread } from './spread.ts';

const read = (query: string) => readSpread(new URLSearchParams(query));

it('reads one of three spreads, and takes the usual one for anything else', () => {
  expect(read('spread=10')).toBe(10);
  expect(read('spread=50')).toBe(50);
  expect(read('')).toBe(25);
  expect(read('spread=0.5')).toBe(25);
  expect(read('spread=99')).toBe(25);
});
