const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Newton's steps grow the estimate by about 1/z in the tail: 100 reach every double below 1. */
const MAXIMUM_STEPS = 100;

const density = (z: number): number => Math.exp((-z * z) / 2) / SQRT_TWO_PI;

/** P(0 < Z < z) for z ≥ 0, by the series φ(z)·Σ z^(2k+1) ÷ (2k+1)!! (Abramowitz & Stegun 26.2.11). */
function centralProbability(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return density(z) * sum;
}

/**
 * The z with P(−z < Z < z) = confidence for a standard normal Z: 1.959964 for 0.95.
 *
 * Newton's method from 0 on a function that is concave for z > 0, hence never past the root.
 * @throws RangeError where confidence is not strictly between 0 and 1.
 */
export function twoSidedNormalQuantile(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie strictly between 0 and 1, not ${confidence}`);
  }
  let z = 0;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const change = (confidence / 2 - centralProbability(z)) / density(z);
    z += change;
    if (Math.abs(change) <= z * 4 * Number.EPSILON) break;
  }
  return z;
}
