import { kishDesignEffect, rake, type Margins, type RespondentRow } from './weighting.ts';

/** A mean weighted to a population, and what the weighting costs; or why there is none. */
export interface MeanToMargins {
  readonly mean: number | null;
  readonly designEffect: number | null;
  readonly effectiveSize: number | null;
  /** Nobody answered of a category that the population has, or no weights meet all margins. */
  readonly reason: 'empty-category' | 'not-converged' | null;
}

/** Respondents who belong to the same category of every margin: how many they are, and the sum of their scores. */
export interface MarginCell {
  readonly categories: RespondentRow;
  readonly count: number;
  readonly sum: number;
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
 * effect of the weights. Respondents of the same categories have the same weight, so that only their number and the sum of
 * their scores matter: Σ w·Σs ÷ Σ w·n over the cells.
 *
 * @param cells of the respondents, none of them empty, with a category for every margin
 */
export function meanToMargins(cells: readonly MarginCell[], margins: Margins): MeanToMargins {
  const none = { mean: null, designEffect: null, effectiveSize: null };
  const isEmpty = Object.entries(margins).some(([variable, totals]) =>
    Object.entries(totals).some(
      ([category, total]) => total > 0 && !cells.some(({ categories }) => categories[variable] === category),
    ),
  );
  if (isEmpty) return { ...none, reason: 'empty-category' };
  const rows = cells.map(({ categories }) => categories);
  const counts = cells.map(({ count }) => count);
  const { weights, converged } = rake(rows, sharesOf(margins), { counts });
  const effect = kishDesignEffect(weights, counts);
  if (!converged || effect === null) return { ...none, reason: 'not-converged' };
  let [total, weighted] = [0, 0];
  for (const [i, { count, sum }] of cells.entries()) {
    total += (weights[i] ?? 0) * count;
    weighted += (weights[i] ?? 0) * sum;
  }
  return { mean: weighted / total, ...effect, reason: null };
}
