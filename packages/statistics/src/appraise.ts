import type { AppraisalMethod, AppraisalResponse } from './appraisal-method.ts';
import type { AppraisalResult } from './appraisal-result.ts';
import { appraiseTallies } from './appraise-tallies.ts';
import { ratedQuestions } from './rated-questions.ts';
import { createTallier, type Tally, type TallyItem } from './tally.ts';

/**
 * Social appraisal of one unit from the responses about it: {@link appraiseTallies} of them, where the formulas are.
 *
 * A respondent's score is s = (1 − share)·Σ w_f·m_f ÷ Σ w_f + share·overall, where m_f is the mean of the answered
 * questions of family f and the sums run over families with an answer; without an answer on the whole, the first part
 * alone. A response with fewer than `minimumAnswered` rated answers, or none in a weighted family, is received but not
 * valid.
 */
export function appraise(responses: readonly AppraisalResponse[], method: AppraisalMethod): AppraisalResult {
  const items = ratedQuestions(method).map((code) => itemOf(code, responses));
  const tallier = createTallier(items, method);
  const tallies = new Map<string, Tally>();
  const row = new Int32Array(items.length);
  for (const { group, answers } of responses) {
    for (const [at, { code, values }] of items.entries()) row[at] = values.indexOf(answers[code] ?? null);
    const tally = tallies.get(group) ?? tallier.empty();
    tallies.set(group, tally);
    tallier.add(tally, row);
  }
  return appraiseTallies(
    [...tallies].map(([group, tally]) => ({ group, tally })),
    method,
    items,
  );
}

/** The question with the values that occur as its options. */
function itemOf(code: string, responses: readonly AppraisalResponse[]): TallyItem {
  const values = new Set(responses.map(({ answers }) => answers[code] ?? null));
  return { code, values: [...values], several: false };
}
