import { mean } from './moments.ts';

/** One respondent's answers, one place an item; null is a missing answer. */
export type ItemAnswers = readonly (number | null)[];

export interface CronbachOptions {
  /** `listwise` drops respondents with any gap; `pairwise` uses, for each two items, whoever answered both. */
  readonly missing: 'pairwise' | 'listwise';
}

/** Sample covariance (n − 1) of two items over the respondents that answered both. */
function covariance(respondents: readonly ItemAnswers[], first: number, second: number): number | null {
  const pairs: (readonly [number, number])[] = [];
  for (const answers of respondents) {
    const a = answers[first] ?? null;
    const b = answers[second] ?? null;
    if (a !== null && b !== null) pairs.push([a, b]);
  }
  const meanA = mean(pairs.map(([a]) => a));
  const meanB = mean(pairs.map(([, b]) => b));
  if (meanA === null || meanB === null || pairs.length < 2) return null;
  let products = 0;
  for (const [a, b] of pairs) products += (a - meanA) * (b - meanB);
  return products / (pairs.length - 1);
}

/**
 * Cronbach's raw α of k items, from their covariance matrix C:
 * α = k ÷ (k − 1) · (1 − trace C ÷ ΣΣ C).
 *
 * `respondents` is respondents × items. Null where undefined: fewer than two items, two items that
 * fewer than two respondents answered both, or scores that do not vary at all.
 * Source: L. J. Cronbach, "Coefficient alpha and the internal structure of tests",
 * Psychometrika 16 (1951) 297–334.
 * @throws RangeError where respondents have different numbers of items.
 */
export function cronbachAlpha(
  respondents: readonly ItemAnswers[],
  { missing }: CronbachOptions = { missing: 'pairwise' },
): number | null {
  const items = respondents[0]?.length ?? 0;
  if (respondents.some((answers) => answers.length !== items)) {
    throw new RangeError('every respondent must have the same number of items');
  }
  if (items < 2) return null;
  const used =
    missing === 'listwise'
      ? respondents.filter((answers) => answers.every((answer) => answer !== null))
      : respondents;

  let trace = 0;
  let total = 0;
  for (let first = 0; first < items; first += 1) {
    for (let second = first; second < items; second += 1) {
      const entry = covariance(used, first, second);
      if (entry === null) return null;
      if (first === second) trace += entry;
      total += first === second ? entry : 2 * entry;
    }
  }
  return total > 0 ? (items / (items - 1)) * (1 - trace / total) : null;
}
