import { categoriesOf, columnsOf } from './categories.ts';
import type { Category } from './categories.ts';

/**
 * Fleiss' kappa of many raters: κ = (P̄ − P̄_e) ÷ (1 − P̄_e), P̄ being the mean share of agreeing pairs of raters and
 * P̄_e = Σ p_j² that of chance.
 *
 * `subjects` is subjects × raters; every subject must have the same number of ratings, whoever gave them: null where
 * they differ or there are fewer than two, and where all ratings are one category (P̄_e = 1).
 * Source: J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971) 378–382.
 * @throws RangeError where rows differ in length
 */
export function fleissKappa(subjects: readonly (readonly (Category | null)[])[]): number | null {
  columnsOf(subjects);
  const totals = new Map<Category, number>(categoriesOf(subjects).map((category) => [category, 0]));
  let raters: number | null = null;
  let agreement = 0;
  for (const ratings of subjects) {
    const counts = new Map<Category, number>();
    let given = 0;
    for (const rating of ratings) {
      if (rating === null) continue;
      given += 1;
      counts.set(rating, (counts.get(rating) ?? 0) + 1);
      totals.set(rating, (totals.get(rating) ?? 0) + 1);
    }
    raters ??= given;
    if (given !== raters || given < 2) return null;
    let squares = 0;
    for (const count of counts.values()) squares += count * count;
    agreement += (squares - given) / (given * (given - 1));
  }
  if (raters === null) return null;
  const all = subjects.length * raters;
  let chance = 0;
  for (const count of totals.values()) chance += (count / all) ** 2;
  return totals.size > 1 ? (agreement / subjects.length - chance) / (1 - chance) : null;
}
