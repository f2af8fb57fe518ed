/**
 * Decimal rounding: the only place in the product that rounds.
 *
 * A double such as 2.675 is stored as 2.67499999…, so arithmetic rounding prints 2.67 while everybody with a
 * calculator expects 2.68. The functions here round the *shortest decimal that reads back as the same double*
 * (ECMA-262 Number::toString), which is the number that people see.
 */

interface Decimal {
  readonly negative: boolean;
  /** Significant digits, no sign, no point. */
  readonly digits: string;
  /** How many of the digits stand before the decimal point; may be negative or beyond the digits. */
  readonly point: number;
}

const shortestDecimal = (x: number): Decimal => {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(x)).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { negative: x < 0, digits: whole + fraction, point: whole.length + Number(exponent) };
};

/** Adds one unit in the last place of a string of digits; may lengthen it by one. */
const increment = (digits: string): string => {
  let i = digits.length - 1;
  while (i >= 0 && digits[i] === '9') i -= 1;
  const tail = '0'.repeat(digits.length - 1 - i);
  return i < 0 ? `1${tail}` : `${digits.slice(0, i)}${Number(digits[i]) + 1}${tail}`;
};

const checkArguments = (x: number, decimals: number): void => {
  if (!Number.isFinite(x)) throw new RangeError('only a finite number can be rounded');
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 20) {
    throw new RangeError('decimals must be a whole number from 0 to 20');
  }
};

/**
 * The number with exactly `decimals` decimals, a half rounded away from zero (2.675 → "2.68", −2.675 → "-2.68").
 *
 * @param options.minus the sign for negative numbers, `-` unless given; a result of zero never carries it
 * @throws RangeError where `x` is not finite or `decimals` is not a whole number from 0 to 20
 */
export const formatDecimal = (
  x: number,
  decimals: number,
  options: { readonly minus?: string } = {},
): string => {
  checkArguments(x, decimals);
  const { negative, digits, point } = shortestDecimal(x);
  const keep = point + decimals;
  const kept = keep > 0 ? digits.slice(0, keep).padEnd(keep, '0') : '';
  const roundUp = keep >= 0 && (digits[keep] ?? '0') >= '5';
  const rounded = (roundUp ? increment(kept) : kept).padStart(decimals + 1, '0');
  const split = rounded.length - decimals;
  const whole = rounded.slice(0, split).replace(/^0+(?=\d)/, '');
  const text = decimals === 0 ? whole : `${whole}.${rounded.slice(split)}`;
  const isZero = !/[1-9]/.test(rounded);
  return negative && !isZero ? `${options.minus ?? '-'}${text}` : text;
};

/**
 * The double nearest to `formatDecimal(x, decimals)`.
 *
 * @throws RangeError as {@link formatDecimal}
 */
export const roundHalfUp = (x: number, decimals: number): number => Number(formatDecimal(x, decimals));

/** Beyond this the product with 1e10 is no longer exact, and dust is far below the last digit that counts. */
const DUST_LIMIT = 9e5;

/**
 * Removes what binary arithmetic leaves behind the tenth decimal, so that 0.1 + 0.2 equals 0.3: two units whose
 * marks add up to the same are then equal, and a total of 89.995 prints as 90.00 in whatever order it was added.
 * The difference is at most 5e-11.
 */
export const settle = (x: number): number => (Math.abs(x) < DUST_LIMIT ? Math.round(x * 1e10) / 1e10 + 0 : x);
