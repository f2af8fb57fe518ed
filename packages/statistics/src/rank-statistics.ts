import { columnsOf } from './categories.ts';

export interface RankStatistics {
  readonly mean: number;
  readonly median: number;
  readonly q5: number;
  readonly q95: number;
}

const competitionRanks = (scores: readonly number[], sign: 1 | -1): number[] => {
  const sorted = scores.map((score) => sign * score).sort((a, b) => a - b);
  const first = new Map<number, number>();
  for (const [i, score] of sorted.entries()) if (!first.has(score)) first.set(score, i + 1);
  return scores.map((score) => first.get(sign * score) ?? 0);
};

/**
 * Quantile of sorted values by linear interpolation between order statistics: R's type 7.
 * Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 */
const quantile = (sorted: readonly number[], share: number): number => {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  return low + (position - below) * ((sorted[below + 1] ?? low) - low);
};

/**
 * Mean, median, 5 % and 95 % quantile of each unit's competition rank (1,2,2,4) over several runs.
 *
 * `runs` is runs × units, finite scores; `descending` gives rank 1 to the highest. An empty list without runs.
 * @throws RangeError where runs differ in length or a score is not finite
 */
export function rankStatistics(
  runs: readonly (readonly number[])[],
  { direction }: { readonly direction: 'descending' | 'ascending' },
): RankStatistics[] {
  const units = columnsOf(runs);
  if (runs.some((run) => !run.every(Number.isFinite))) throw new RangeError('every score must be finite');
  const ranks = runs.map((run) => competitionRanks(run, direction === 'descending' ? -1 : 1));
  return Array.from({ length: units }, (_, unit) => {
    const own = ranks.map((run) => run[unit] ?? 0).sort((a, b) => a - b);
    return {
      mean: own.reduce((sum, rank) => sum + rank, 0) / own.length,
      median: quantile(own, 0.5),
      q5: quantile(own, 0.05),
      q95: quantile(own, 0.95),
    };
  });
}
