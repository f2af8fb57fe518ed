import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, roundHalfUp, settle } from './round.ts';

fc.configureGlobal({ seed: 20200429 });

describe('formatDecimal', () => {
  it.each([
    [2.675, 2, '2.68'],
    [1.005, 2, '1.01'],
    [89.995, 2, '90.00'],
    [89.99, 2, '89.99'],
    [89.9949999, 2, '89.99'],
    [0.5, 0, '1'],
    [0.49, 0, '0'],
    [9.5, 0, '10'],
    [99.999, 2, '100.00'],
    [0, 2, '0.00'],
    [0.005, 2, '0.01'],
    [0.0049, 2, '0.00'],
    [5e-7, 6, '0.000001'],
    [1e-20, 2, '0.00'],
    [0.05, 0, '0'],
    [1234567.125, 2, '1234567.13'],
    [1e21, 2, '1000000000000000000000.00'],
    [-2.675, 2, '-2.68'],
    [-0.001, 2, '0.00'],
    [-0, 1, '0.0'],
  ])('prints %d with %i decimals as %s', (x, decimals, text) => {
    expect(formatDecimal(x, decimals)).toBe(text);
  });

  it('takes another minus sign', () => {
    expect(formatDecimal(-1.5, 1, { minus: '−' })).toBe('−1.5');
  });

  it('refuses what is not a number to print', () => {
    expect(() => formatDecimal(NaN, 2)).toThrow(RangeError);
    expect(() => formatDecimal(Infinity, 2)).toThrow(RangeError);
    expect(() => formatDecimal(1, -1)).toThrow(RangeError);
  });

  it('rounds every number of thousandths as a hand would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (thousandths) => {
        const hundredths = Math.floor(thousandths / 10) + (thousandths % 10 >= 5 ? 1 : 0);
        const digits = String(hundredths).padStart(3, '0');
        expect(formatDecimal(thousandths / 1000, 2)).toBe(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
      }),
    );
  });
});

describe('roundHalfUp', () => {
  it('gives the nearest double to what is printed', () => {
    expect(roundHalfUp(2.675, 2)).toBe(2.68);
    expect(roundHalfUp(-1.005, 2)).toBe(-1.01);
  });
});

describe('settle', () => {
  it('removes what binary addition leaves', () => {
    expect(settle(0.1 + 0.2)).toBe(0.3);
    expect(settle(-0)).toBe(0);
    expect(settle(1e300)).toBe(1e300);
  });
});
