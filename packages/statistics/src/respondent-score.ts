import type { AppraisalMethod, AppraisalResponse } from './appraisal-method.ts';
import { mean, weightedMean } from './moments.ts';

/** A valid response reduced to its numbers. */
export interface RespondentScore {
  readonly group: string;
  readonly score: number;
  /** Mean of the answered questions of each family; null where none was answered. */
  readonly families: Readonly<Record<string, number | null>>;
}

/** Every rated question once, families first, the overall one last. */
export function ratedQuestions(method: AppraisalMethod): readonly string[] {
  const questions = Object.values(method.families).flatMap((family) => family.questions);
  if (method.overall !== null) questions.push(method.overall.question);
  return [...new Set(questions)];
}

/**
 * One respondent's score s = (1 − share)·Σ w_f·m_f ÷ Σ w_f + share·overall, where m_f is the mean of
 * the answered questions of family f and the sums run over families with an answer; without an
 * answer on the whole, the first part alone.
 *
 * Null where fewer than `minimumAnswered` rated questions are answered or no weighted family has an
 * answer: such a response is received but not valid.
 */
export function scoreRespondent(
  response: AppraisalResponse,
  method: AppraisalMethod,
): RespondentScore | null {
  const answerTo = (question: string): number | null => response.answers[question] ?? null;
  const answered = ratedQuestions(method).filter((question) => answerTo(question) !== null).length;
  if (answered < method.minimumAnswered) return null;

  const families: Record<string, number | null> = {};
  const parts = Object.entries(method.families).map(([code, { weight, questions }]) => {
    const value = mean(questions.map(answerTo).filter((answer) => answer !== null));
    families[code] = value;
    return { weight, value };
  });
  const byFamily = weightedMean(parts);
  if (byFamily === null) return null;

  const overall = method.overall === null ? null : answerTo(method.overall.question);
  const share = method.overall?.share ?? 0;
  const score = overall === null ? byFamily : (1 - share) * byFamily + share * overall;
  return { group: response.group, score, families };
}
