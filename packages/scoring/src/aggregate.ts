import type { Aggregation } from './method.ts';

/** Why a set of scores has no aggregate. */
export type Undefined = 'zero-weights' | 'negative-value' | 'overflow';

/**
 * One score from several, with weights that need not add up to 1.
 *
 * arithmetic Σwx÷Σw; geometric exp(Σw·ln x÷Σw); harmonic Σw÷Σ(w÷x); sum Σx, without weights. A zero among the
 * values makes a geometric and a harmonic mean 0 (their limit); a negative one leaves them undefined. Values of
 * weight 0 take no part in a mean.
 *
 * @param count how many of the leading entries of `scores` and `weights` to use, at least 1
 */
export const aggregate = (
  aggregation: Aggregation,
  parts: { readonly scores: Float64Array; readonly weights: Float64Array; readonly count: number },
): number | Undefined => {
  const { scores, weights, count } = parts;
  let weightSum = 0;
  let sum = 0;
  let hasZero = false;
  for (let i = 0; i < count; i += 1) {
    const x = scores[i] ?? 0;
    if (aggregation === 'sum') {
      sum += x;
      weightSum += 1;
      continue;
    }
    const w = weights[i] ?? 0;
    if (w === 0) continue;
    weightSum += w;
    if (aggregation === 'arithmetic') {
      sum += w * x;
      continue;
    }
    if (x < 0) return 'negative-value';
    if (x === 0) hasZero = true;
    else sum += aggregation === 'geometric' ? w * Math.log(x) : w / x;
  }
  if (weightSum === 0) return 'zero-weights';
  if (hasZero) return 0;
  const result = {
    arithmetic: sum / weightSum,
    geometric: Math.exp(sum / weightSum),
    harmonic: weightSum / sum,
    sum,
  }[aggregation];
  return Number.isFinite(result) ? result : 'overflow';
};
