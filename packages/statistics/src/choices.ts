/** How often one option was chosen, as shares of two bases: they differ where several may be chosen. */
export interface ChoiceCount {
  readonly option: string;
  readonly count: number;
  /** Share of the respondents that chose it; null without respondents. Adds up to more than 1 under multiple choice. */
  readonly ofRespondents: number | null;
  /** Share of all choices; null without choices. Adds up to 1. */
  readonly ofChoices: number | null;
}

/**
 * Counts of a question's options, with the base of each share. Single choice is one option a respondent.
 *
 * @param responses the options that each respondent chose; who did not answer is left out before
 */
export function countChoices(
  responses: readonly (readonly string[])[],
  options: readonly string[],
): ChoiceCount[] {
  const counts = new Map(options.map((option) => [option, 0]));
  let choices = 0;
  for (const chosen of responses) {
    for (const option of new Set(chosen)) {
      const count = counts.get(option);
      if (count === undefined) throw new RangeError(`${option} is not an option of this question`);
      counts.set(option, count + 1);
      choices += 1;
    }
  }
  const share = (count: number, base: number): number | null => (base === 0 ? null : count / base);
  return [...counts].map(([option, count]) => ({
    option,
    count,
    ofRespondents: share(count, responses.length),
    ofChoices: share(count, choices),
  }));
}

/**
 * Net promoter score, 100 × (share of 9 and 10 − share of 0 to 6), with its standard error
 * 100·√((p + d − (p − d)²) ÷ n). Null without ratings.
 *
 * Source: F. F. Reichheld, "The one number you need to grow", Harvard Business Review (December 2003); the variance is
 * that of a variable that is 1, 0 or −1.
 * @throws RangeError where a rating is not from 0 to 10
 */
export function netPromoterScore(
  ratings: readonly number[],
): { readonly score: number; readonly standardError: number } | null {
  if (ratings.some((rating) => !(rating >= 0 && rating <= 10)))
    throw new RangeError('ratings run from 0 to 10');
  const n = ratings.length;
  if (n === 0) return null;
  const promoters = ratings.filter((rating) => rating >= 9).length / n;
  const detractors = ratings.filter((rating) => rating < 7).length / n;
  const score = promoters - detractors;
  return { score: 100 * score, standardError: 100 * Math.sqrt((promoters + detractors - score ** 2) / n) };
}
