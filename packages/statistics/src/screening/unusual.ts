/**
 * How rare something must be among honest answers: one in a million. A large survey looks at some hundred thousand
 * windows and patterns, of which by chance less than one then is held.
 */
const rare = 1e-6;

/**
 * How much livelier than usual people may be: an announcement, a noon break, a hall where a meeting ends. Arrivals are
 * never quite a Poisson process; three times the usual is still nothing to ask about.
 */
const liveliness = 3;

/**
 * The least number that is too many where `usual` is expected: P(X ≥ k) < 10⁻⁶ of a Poisson variable of three times the
 * usual.
 *
 * The tail is summed from k on, each term from the one before by λ ÷ (k + 1): no cancellation.
 */
export function unusualFrom(usual: number): number {
  const lambda = liveliness * usual;
  let k = Math.floor(lambda) + 1;
  while (poissonTail(k, lambda) >= rare) k += 1;
  return k;
}

/** P(X ≥ k) of a Poisson variable, for k above its mean. */
export function poissonTail(k: number, lambda: number): number {
  if (lambda <= 0) return k <= 0 ? 1 : 0;
  let logTerm = k * Math.log(lambda) - lambda;
  for (let factor = 2; factor <= k; factor += 1) logTerm -= Math.log(factor);
  let term = Math.exp(logTerm);
  let sum = 0;
  for (let at = k; term > 1e-18 * sum && term > 0; at += 1) {
    sum += term;
    term *= lambda / (at + 1);
  }
  return sum;
}
