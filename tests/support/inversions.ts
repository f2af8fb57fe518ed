/** Pairs that stand the other way round than numbers rise. */
export function inversions(order: readonly number[]): number {
  let pairs = 0;
  order.forEach((left, index) => {
    for (const right of order.slice(index + 1)) if (left > right) pairs += 1;
  });
  return pairs;
}

/**
 * How probable it is that a random order of `n` has an inversion count at least as far from the middle: the exact
 * two-sided test of Kendall's tau (Kendall 1938). The counts of orders by inversions are the Mahonian numbers:
 * M(n, k) = Σ M(n − 1, k − j) for j = 0 … n − 1, here as shares of n! so that they stay within double precision.
 */
export function orderProbability(n: number, found: number): number {
  const most = (n * (n - 1)) / 2;
  let shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let length = 2; length <= n; length += 1) {
    const next = new Float64Array(most + 1);
    let window = 0;
    for (let count = 0; count <= (length * (length - 1)) / 2; count += 1) {
      window += shares[count] ?? 0;
      if (count >= length) window -= shares[count - length] ?? 0;
      next[count] = Math.max(0, window) / length;
    }
    shares = next;
  }
  const distance = Math.abs(found - most / 2);
  return shares.reduce(
    (sum, share, count) => (Math.abs(count - most / 2) >= distance ? sum + share : sum),
    0,
  );
}
