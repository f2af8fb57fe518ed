/** One respondent: variable → category. */
export type RespondentRow = Readonly<Record<string, string | number>>;

/** Variable → category → total in the population. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

const checkTotals = (variable: string, totals: Readonly<Record<string, number>>): void => {
  for (const [category, total] of Object.entries(totals)) {
    if (Number.isFinite(total) && total >= 0) continue;
    throw new RangeError(
      `the total of ${variable} = ${category} must be a number of 0 or more, not ${total}`,
    );
  }
};

const categoryOf = (row: RespondentRow, variable: string): string => {
  const category = row[variable];
  if (category === undefined) throw new RangeError(`a respondent has no ${variable}`);
  return String(category);
};

const sums = (
  rows: readonly RespondentRow[],
  variable: string,
  weightOf: (at: number) => number,
): Map<string, number> => {
  const found = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const category = categoryOf(row, variable);
    found.set(category, (found.get(category) ?? 0) + weightOf(i));
  }
  return found;
};

const factorsOf = (
  found: ReadonlyMap<string, number>,
  variable: string,
  totals: Readonly<Record<string, number>>,
): Map<string, number> => {
  const factors = new Map<string, number>();
  for (const [category, sum] of found) {
    const total = Object.hasOwn(totals, category) ? totals[category] : undefined;
    if (total === undefined) throw new RangeError(`${variable} = ${category} has no total in the margins`);
    factors.set(category, sum === 0 ? 0 : total / sum);
  }
  for (const [category, total] of Object.entries(totals)) {
    if (total > 0 && !found.has(category)) {
      throw new RangeError(
        `nobody answered with ${variable} = ${category}, which the margins count; merge it with another category`,
      );
    }
  }
  return factors;
};

/**
 * Post-stratification weights: in each category the population's total ÷ the number of respondents.
 *
 * Source: D. Holt and T. M. F. Smith, "Post stratification", JRSS A 142 (1979) 33–46.
 * @returns a weight for each row
 * @throws RangeError where a row has no such variable, a category has no total or no respondent, or a total is negative
 */
export function postStratify(
  rows: readonly RespondentRow[],
  variable: string,
  totals: Readonly<Record<string, number>>,
): number[] {
  checkTotals(variable, totals);
  const factors = factorsOf(
    sums(rows, variable, () => 1),
    variable,
    totals,
  );
  return rows.map((row) => factors.get(categoryOf(row, variable)) ?? 0);
}

export interface RakeOptions {
  /** Ends where no weight changes by more than this share of itself (1e-10). */
  readonly tolerance?: number;
  /** Ends after so many rounds over all variables at the latest (1,000). */
  readonly maximumIterations?: number;
  /** How many respondents each row stands for (one): the weight of a row is that of each of them. */
  readonly counts?: readonly number[];
}

export interface RakedWeights {
  readonly weights: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Raking (iterative proportional fitting): weights are adjusted to the margins of one variable after the other until
 * nothing changes. They start at 1.
 *
 * Source: W. E. Deming and F. F. Stephan, "On a least squares adjustment of a sampled frequency table when the expected
 * marginal totals are known", Annals of Mathematical Statistics 11 (1940) 427–444.
 * @throws RangeError as {@link postStratify}, and where the margins' totals add up to different numbers
 */
export function rake(
  rows: readonly RespondentRow[],
  margins: Margins,
  { tolerance = 1e-10, maximumIterations = 1_000, counts }: RakeOptions = {},
): RakedWeights {
  const variables = Object.entries(margins);
  const all = variables.map(([variable, totals]) => {
    checkTotals(variable, totals);
    return Object.values(totals).reduce((sum, total) => sum + total, 0);
  });
  const [first = 0] = all;
  if (all.some((sum) => Math.abs(sum - first) > 1e-6 * Math.max(1, first))) {
    throw new RangeError(`the margins must add up to the same total, not to ${all.join(', ')}`);
  }
  let weights = rows.map(() => 1);
  for (let iteration = 1; iteration <= maximumIterations; iteration += 1) {
    const before = weights;
    for (const [variable, totals] of variables) {
      const current = weights;
      const weightOf = (i: number): number => (current[i] ?? 0) * (counts?.[i] ?? 1);
      const factors = factorsOf(sums(rows, variable, weightOf), variable, totals);
      weights = current.map((weight, i) => weight * (factors.get(categoryOf(rows[i] ?? {}, variable)) ?? 0));
    }
    const settled = weights.every((weight, i) => {
      const old = before[i] ?? 0;
      return Math.abs(weight - old) <= tolerance * Math.abs(old);
    });
    if (settled) return { weights, iterations: iteration, converged: true };
  }
  return { weights, iterations: maximumIterations, converged: false };
}

/**
 * Kish's design effect of unequal weights, n·Σw² ÷ (Σw)², and the effective sample size n ÷ that. Null without weights
 * or where they add up to 0.
 *
 * Source: L. Kish, Survey Sampling (1965), section 11.7.
 * @param counts how many respondents have each weight; one unless told
 */
export function kishDesignEffect(
  weights: readonly number[],
  counts?: readonly number[],
): { readonly designEffect: number; readonly effectiveSize: number } | null {
  let [n, sum, squares] = [0, 0, 0];
  for (const [i, weight] of weights.entries()) {
    const count = counts?.[i] ?? 1;
    n += count;
    sum += count * weight;
    squares += count * weight * weight;
  }
  if (sum === 0) return null;
  return { designEffect: (n * squares) / sum ** 2, effectiveSize: sum ** 2 / squares };
}
