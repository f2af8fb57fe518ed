import { weightedMeanOf } from './weighted-mean.ts';
import { kishDesignEffect, rake, type Margins, type RespondentRow } from './weighting.ts';

/** A mean weighted to a population, and what the weighting costs; or why there is none. */
export interface MeanToMargins {
  readonly mean: number | null;
  readonly designEffect: number | null;
  readonly effectiveSize: number | null;
  /** Nobody answered of a category that the population has, or no weights meet all margins. */
  readonly reason: 'empty-category' | 'not-converged' | null;
}

/** Margins as shares: those of two variables need not come from the same count. */
function sharesOf(margins: Margins): Margins {
  return Object.fromEntries(
    Object.entries(margins).map(([variable, totals]) => {
      const sum = Object.values(totals).reduce((all, total) => all + total, 0);
      const shares = Object.entries(totals).map(([category, total]) => [category, total / sum] as const);
      return [variable, Object.fromEntries(shares)];
    }),
  );
}

/**
 * The mean of scores weighted so that the respondents are made up as the population is ({@link rake}), with Kish's design
 * effect of the weights.
 *
 * @param rows of the respondents, with a category for every margin; `scores` are theirs, in the same order
 */
export function meanToMargins(
  rows: readonly RespondentRow[],
  scores: readonly number[],
  margins: Margins,
): MeanToMargins {
  const none = { mean: null, designEffect: null, effectiveSize: null };
  const isEmpty = Object.entries(margins).some(([variable, totals]) =>
    Object.entries(totals).some(
      ([category, total]) => total > 0 && !rows.some((row) => row[variable] === category),
    ),
  );
  if (isEmpty) return { ...none, reason: 'empty-category' };
  const { weights, converged } = rake(rows, sharesOf(margins));
  const mean = weightedMeanOf(scores, weights);
  const effect = kishDesignEffect(weights);
  if (!converged || mean === null || effect === null) return { ...none, reason: 'not-converged' };
  return { mean: mean.mean, ...effect, reason: null };
}
