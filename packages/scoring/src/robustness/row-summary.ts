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
 * Quantile of sorted values that are given by their counts, by linear interpolation between the order statistics:
 * R's type 7. R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 *
 * @returns the place in `counts`, whole or between two
 */
export const quantileOfCounts = (counts: Uint32Array, total: number, share: number): number => {
  const position = (total - 1) * share;
  const below = Math.floor(position);
  let seen = 0;
  let place = 0;
  while (seen + (counts[place] ?? 0) <= below) {
    seen += counts[place] ?? 0;
    place += 1;
  }
  if (position === below || seen + (counts[place] ?? 0) > below + 1) return place;
  let next = place + 1;
  while (counts[next] === 0) next += 1;
  return place + (position - below) * (next - place);
};

/**
 * @param row the unit's rank in each draw, times `places`; not empty
 * @param places 2 where ranks can be halves, else 1
 */
export const summariseRow = (row: Uint16Array | Uint32Array, places: 1 | 2): RowSummary => {
  let best = row[0] ?? 0;
  let worst = best;
  let sum = 0;
  for (let i = 0; i < row.length; i += 1) {
    const rank = row[i] ?? 0;
    sum += rank;
    if (rank < best) best = rank;
    if (rank > worst) worst = rank;
  }
  const counts = new Uint32Array(worst - best + 1);
  for (let i = 0; i < row.length; i += 1) {
    const place = (row[i] ?? 0) - best;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const quantile = (share: number): number => (best + quantileOfCounts(counts, row.length, share)) / places;
  return {
    mean: sum / row.length / places,
    median: quantile(0.5),
    q5: quantile(0.05),
    q95: quantile(0.95),
    best: best / places,
    worst: worst / places,
    counts,
  };
};
