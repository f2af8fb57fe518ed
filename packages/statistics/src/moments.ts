/** Arithmetic mean, or null of an empty list. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * Unbiased sample variance s² = Σ(x − x̄)² ÷ (n − 1), by two passes so that a large common offset
 * does not cancel the digits. Null where fewer than two values leave it undefined.
 */
export function sampleVariance(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return squares / (values.length - 1);
}

/** Σ w·x ÷ Σ w over the pairs that have a value, or null where the weights left add up to nothing. */
export function weightedMean(
  pairs: readonly { readonly weight: number; readonly value: number | null }[],
): number | null {
  let weights = 0;
  let sum = 0;
  for (const { weight, value } of pairs) {
    if (value === null) continue;
    weights += weight;
    sum += weight * value;
  }
  return weights > 0 ? sum / weights : null;
}
