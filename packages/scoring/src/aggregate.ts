import type { Aggregation } from './method.ts';
import { reasonCode } from './node-scores.ts';

/** What one child gives to each of a list of units: its score and its weight, both 0 where it gives nothing. */
export interface Parts {
  readonly value: Float64Array;
  readonly use: Float64Array;
}

/** Running sums over the children of a node, one place a unit. */
export interface Sums {
  /** Σ of what the aggregation adds up: w·x, w·ln x, w÷x, or x. */
  readonly sum: Float64Array;
  readonly weight: Float64Array;
  /** `HAS_ZERO` and `HAS_NEGATIVE`, among the values of a weight above 0. */
  readonly signs: Uint8Array;
}

const HAS_ZERO = 1;
const HAS_NEGATIVE = 2;

export const emptySums = (units: number): Sums => ({
  sum: new Float64Array(units),
  weight: new Float64Array(units),
  signs: new Uint8Array(units),
});

/**
 * Adds one child to the sums of the first `count` units.
 *
 * arithmetic Σwx÷Σw; geometric exp(Σw·ln x÷Σw); harmonic Σw÷Σ(w÷x); sum Σx, with a weight of 1 for all. A zero among
 * the values makes a geometric and a harmonic mean 0 (their limit); a negative one leaves them undefined. Values of
 * weight 0 take no part.
 */
export const addParts = (
  aggregation: Aggregation,
  parts: Parts,
  into: { readonly sums: Sums; readonly count: number },
): void => {
  const { value, use } = parts;
  const { sum, weight, signs } = into.sums;
  if (aggregation === 'arithmetic' || aggregation === 'sum') {
    for (let i = 0; i < into.count; i += 1) {
      const w = use[i] ?? 0;
      weight[i] = (weight[i] ?? 0) + w;
      sum[i] = (sum[i] ?? 0) + w * (value[i] ?? 0);
    }
    return;
  }
  for (let i = 0; i < into.count; i += 1) {
    const w = use[i] ?? 0;
    const x = value[i] ?? 0;
    if (w === 0) continue;
    weight[i] = (weight[i] ?? 0) + w;
    if (x > 0) sum[i] = (sum[i] ?? 0) + (aggregation === 'geometric' ? w * Math.log(x) : w / x);
    else signs[i] = (signs[i] ?? 0) | (x === 0 ? HAS_ZERO : HAS_NEGATIVE);
  }
};

/** The aggregate of unit i, or NaN with the code of its reason. */
export const aggregateOf = (
  aggregation: Aggregation,
  sums: Sums,
  i: number,
): { readonly score: number; readonly reason: number } => {
  const sum = sums.sum[i] ?? 0;
  const weight = sums.weight[i] ?? 0;
  const signs = sums.signs[i] ?? 0;
  if ((signs & HAS_NEGATIVE) !== 0) return { score: NaN, reason: reasonCode['negative-value'] };
  if (weight === 0) return { score: NaN, reason: reasonCode['zero-weights'] };
  const score = signs !== 0 ? 0 : meanOf(aggregation, sum, weight);
  if (!Number.isFinite(score)) return { score: NaN, reason: reasonCode.overflow };
  return { score, reason: reasonCode.none };
};

const meanOf = (aggregation: Aggregation, sum: number, weight: number): number => {
  if (aggregation === 'arithmetic') return sum / weight;
  if (aggregation === 'sum') return sum;
  return aggregation === 'geometric' ? Math.exp(sum / weight) : weight / sum;
};
