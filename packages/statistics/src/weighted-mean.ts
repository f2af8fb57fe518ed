/** A weighted mean with the uncertainty that its weights give it. */
export interface WeightedMean {
  readonly mean: number;
  /** Of a sample drawn with replacement with probabilities inverse to the weights. Null of a single value. */
  readonly standardError: number | null;
  /** Its variance ÷ that of a simple random sample of the same size with replacement. Null where that is 0. */
  readonly designEffect: number | null;
}

/**
 * Weighted mean ȳ = Σwy ÷ Σw; variance by linearisation n ÷ (n−1)·Σ (w·(y − ȳ) ÷ Σw)²; design effect against
 * s² ÷ n with s² = Σw·(y − ȳ)² ÷ (Σw·(n−1) ÷ n). Null without values or where the weights add up to 0.
 *
 * Source: W. G. Cochran, Sampling Techniques (3rd ed., 1977), sections 9A.3 and 4.11; as `svymean(deff = "replace")` of
 * the R package survey.
 * @throws RangeError where the lists differ in length or a weight is negative
 */
export function weightedMeanOf(values: readonly number[], weights: readonly number[]): WeightedMean | null {
  if (values.length !== weights.length) throw new RangeError('every value needs a weight');
  if (weights.some((weight) => !(weight >= 0))) throw new RangeError('a weight must be 0 or more');
  const n = values.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return null;
  const mean = values.reduce((sum, y, i) => sum + y * (weights[i] ?? 0), 0) / total;
  if (n < 2) return { mean, standardError: null, designEffect: null };
  let squares = 0;
  let spread = 0;
  for (const [i, y] of values.entries()) {
    const weight = weights[i] ?? 0;
    squares += ((weight * (y - mean)) / total) ** 2;
    spread += weight * (y - mean) ** 2;
  }
  const variance = (n / (n - 1)) * squares;
  const simple = ((spread / total) * (n / (n - 1))) / n;
  return { mean, standardError: Math.sqrt(variance), designEffect: simple > 0 ? variance / simple : null };
}
