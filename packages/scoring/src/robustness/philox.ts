/** High 32 bits of the product of two unsigned 32-bit numbers, by halves of 16 bits. */
const multiplyHigh = (a: number, b: number): number => {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const first = aHigh * bLow + ((Math.imul(aLow, bLow) >>> 16) >>> 0);
  const second = aLow * bHigh + (first % 0x1_0000);
  return aHigh * bHigh + (first >>> 16) + (second >>> 16);
};

const ROUNDS = 10;
const MULTIPLIER_0 = 0xd251_1f53;
const MULTIPLIER_1 = 0xcd9e_8d57;
const WEYL_0 = 0x9e37_79b9;
const WEYL_1 = 0xbb67_ae85;

/**
 * Philox 4×32 with 10 rounds: four random 32-bit words that depend on counter and key alone. Any draw can be computed
 * by any worker, in any order, and comes out the same.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11.
 *
 * @param words the counter's four unsigned 32-bit words, which become the result
 * @param key two unsigned 32-bit words
 */
export const philox = (words: Uint32Array, key: readonly [number, number]): void => {
  let [key0, key1] = key;
  let a = words[0] ?? 0;
  let b = words[1] ?? 0;
  let c = words[2] ?? 0;
  let d = words[3] ?? 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const high0 = multiplyHigh(MULTIPLIER_0, a);
    const high1 = multiplyHigh(MULTIPLIER_1, c);
    const low0 = Math.imul(MULTIPLIER_0, a);
    const low1 = Math.imul(MULTIPLIER_1, c);
    a = (high1 ^ b ^ key0) >>> 0;
    b = low1 >>> 0;
    c = (high0 ^ d ^ key1) >>> 0;
    d = low0 >>> 0;
    key0 = (key0 + WEYL_0) >>> 0;
    key1 = (key1 + WEYL_1) >>> 0;
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
};

const TWO_26 = 0x400_0000;
const TWO_53 = 0x20_0000_0000_0000;

/** The double in [0, 1) that two random words make: 53 bits. */
export const unitInterval = (first: number, second: number): number =>
  ((first >>> 5) * TWO_26 + (second >>> 6)) / TWO_53;
