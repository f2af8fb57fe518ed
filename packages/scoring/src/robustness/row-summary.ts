/** Figures of one unit's ranks over all draws. */
export interface RowSummary {
  readonly mean: number;
  readonly median: number;
  /** 5 % and 95 % quantiles. */
  readonly q5: number;
  readonly q95: number;
  /** The best rank of all draws. */
  readonly best: number;
  readonly worst: number;
  /** In how many draws it has each rank from the best to the worst, in steps of a rank (half ranks under `average`). */
  readonly counts: Uint32Array;
}

/**
 * Value at a place in the sorted ranks, by linear interpolation between the order statistics: R's type 7.
 * R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 *
 * @param counts how often each value occurs, from a first one that does
 * @param position (n − 1) × share, whole or between two places
 * @returns the value, as a place in `counts`, whole or between two
 */
const valueAt = (counts: Uint32Array, position: number): number => {
  const below = Math.floor(position);
  let place = 0;
  let seen = counts[0] ?? 0;
  while (seen <= below) {
    place += 1;
    seen += counts[place] ?? 0;
  }
  if (position === below || seen > below + 1) return place;
  let next = place + 1;
  while (counts[next] === 0) next += 1;
  return place + (position - below) * (next - place);
};

/**
 * @param byRank how often the unit has each rank, the place being the rank times `places`; at least once one of them
 * @param places 2 where ranks can be halves, else 1
 */
export const summariseCounts = (byRank: Uint32Array, places: 1 | 2): RowSummary => {
  let best = 0;
  while (byRank[best] === 0) best += 1;
  let worst = byRank.length - 1;
  while (byRank[worst] === 0) worst -= 1;
  const counts = byRank.slice(best, worst + 1);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    total += count;
    sum += count * (best + i);
  }
  const quantile = (share: number): number => (best + valueAt(counts, (total - 1) * share)) / places;
  return {
    mean: sum / total / places,
    median: quantile(0.5),
    q5: quantile(0.05),
    q95: quantile(0.95),
    best: best / places,
    worst: worst / places,
    counts,
  };
};
