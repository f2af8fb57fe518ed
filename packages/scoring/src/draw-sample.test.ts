import { expect, it } from 'vitest';
import { drawSample } from './draw-sample.ts';

it('draws the same for the same seed, worked by hand from the published words of Philox', () => {
  // Philox 4×32-10 of counter 0 and key 0 begins 6627e8d5 e169c58d bc57ac4c (Random123, kat_vectors):
  // 1713891541 mod 10 = 1, 3781805453 mod 9 = 8 and 3159862348 mod 8 = 4, no word being passed over.
  // Shuffling 0…9: place 0 ↔ 0 + 1 gives 1; place 1 ↔ 1 + 8 gives 9; place 2 ↔ 2 + 4 gives 6.
  expect(drawSample(10, 3, '0000000000000000')).toEqual([1, 9, 6]);
});

it('draws each item at most once, and all where there are no more than asked for', () => {
  expect(new Set(drawSample(26, 5, '0123456789abcdef')).size).toBe(5);
  expect(drawSample(4, 4, 'ffffffffffffffff').sort()).toEqual([0, 1, 2, 3]);
  expect(drawSample(3, 10, '0123456789abcdef').sort()).toEqual([0, 1, 2]);
  expect(drawSample(0, 5, '0123456789abcdef')).toEqual([]);
});

it('draws a smaller sample as the beginning of a larger one', () => {
  const seed = 'fedcba9876543210';
  expect(drawSample(200, 25, seed).slice(0, 5)).toEqual(drawSample(200, 5, seed));
});

it('draws every item equally often', () => {
  const counts = new Array<number>(7).fill(0);
  for (let run = 0; run < 7000; run += 1) {
    for (const index of drawSample(7, 2, run.toString(16).padStart(16, '0')))
      counts[index] = (counts[index] ?? 0) + 1;
  }
  // 2000 expected each; six standard deviations of a binomial count (7000, 2/7) are 227.
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(227);
});

it.each([
  ['a seed in capitals', 10, 3, '0123456789ABCDEF'],
  ['a short seed', 10, 3, '0'],
  ['a negative size', 10, -1, '0000000000000000'],
  ['half an item', 2.5, 1, '0000000000000000'],
])('refuses %s', (_what, population, size, seed) => {
  expect(() => drawSample(population, size, seed)).toThrow(RangeError);
});
