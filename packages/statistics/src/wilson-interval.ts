import { twoSidedNormalQuantile } from './normal-quantile.ts';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson score interval of a proportion p̂ = successes ÷ n, without continuity correction:
 * (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) ÷ (1 + z²/n).
 *
 * Both bounds are fractions in [0, 1]; null where n = 0 leaves the proportion undefined.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22 (1927) 209–212.
 * @throws RangeError where successes are not within 0…n, or confidence not strictly between 0 and 1.
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): Interval | null {
  if (!(n >= 0 && successes >= 0 && successes <= n)) {
    throw new RangeError(`successes must lie within 0 and n, not ${successes} of ${n}`);
  }
  const z = twoSidedNormalQuantile(confidence);
  if (n === 0) return null;
  const share = successes / n;
  const square = z * z;
  const centre = share + square / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  // At 0 and n successes the exact bound is 0 or 1; rounding would leave it a hair outside.
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    upper: successes === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
