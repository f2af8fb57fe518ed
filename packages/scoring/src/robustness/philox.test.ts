import { describe, expect, it } from 'vitest';
import { philox, unitInterval } from './philox.ts';

describe('philox', () => {
  // Known answers of the authors' Random123 library (kat_vectors, philox4x32 10).
  it.each<[number[], [number, number], number[]]>([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])('gives the published words for the counter %j', (counter, key, expected) => {
    const words = Uint32Array.from(counter);
    philox(words, key);
    expect([...words]).toEqual(expected);
  });
});

describe('unitInterval', () => {
  it('reaches 0 and stays below 1', () => {
    expect(unitInterval(0, 0)).toBe(0);
    // 2^53 − 1 of 2^53
    expect(unitInterval(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  });
});
