import { categoriesOf, placeIn } from './categories.ts';
import type { Category } from './categories.ts';

export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export interface KappaOptions {
  /** How much a disagreement counts: all the same, by distance, by squared distance of the categories' places. */
  readonly weights?: KappaWeights;
  /** In their order; those that are used where it is not given. */
  readonly categories?: readonly Category[];
}

const disagreement = (weights: KappaWeights, i: number, j: number): number => {
  if (weights === 'unweighted') return i === j ? 0 : 1;
  return weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2;
};

/**
 * Weighted kappa of a table of proportions or counts: κ = 1 − Σ v·o ÷ Σ v·e with the disagreement weights v, the
 * observed shares o and the shares e = row × column that chance gives. Null where chance alone gives no disagreement.
 *
 * `table` and `weights` are categories × categories, the first rater's down, the second's across.
 * Source: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968) 213–220.
 */
export function kappaOfTable(
  table: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
): number | null {
  const rows = table.map((row) => row.reduce((sum, x) => sum + x, 0));
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const total = rows.reduce((sum, x) => sum + x, 0);
  let observed = 0;
  let expected = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const weight = weights[i]?.[j] ?? 0;
      observed += weight * count;
      expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / total;
    }
  }
  return expected > 0 ? 1 - observed / expected : null;
}

/**
 * Cohen's kappa of two raters: κ = (p_o − p_e) ÷ (1 − p_e), as 1 − weighted disagreement observed ÷ expected.
 *
 * `a` and `b` are their ratings of the same subjects; a subject that one of them did not rate (null) is left out.
 * Null where nothing is left, or where both use one and the same category only (p_e = 1).
 * Sources: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
 * (1960) 37–46; weighted: see {@link kappaOfTable}.
 * @throws RangeError where the lists differ in length or a rating is not among the categories
 */
export function cohenKappa(
  a: readonly (Category | null)[],
  b: readonly (Category | null)[],
  { weights = 'unweighted', categories }: KappaOptions = {},
): number | null {
  if (a.length !== b.length) {
    throw new RangeError(`both raters must have rated the same subjects, not ${a.length} and ${b.length}`);
  }
  const order = categories ?? categoriesOf([a, b]);
  const place = placeIn(order);
  const table = order.map(() => order.map(() => 0));
  for (const [i, first] of a.entries()) {
    const second = b[i] ?? null;
    if (first === null || second === null) continue;
    const row = table[place(first)];
    const column = place(second);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return kappaOfTable(
    table,
    order.map((_, i) => order.map((__, j) => disagreement(weights, i, j))),
  );
}
