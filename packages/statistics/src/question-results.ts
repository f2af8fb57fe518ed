import type { AppraisalMethod, AppraisalResponse } from './appraisal-method.ts';
import type { QuestionResult } from './appraisal-result.ts';
import { ratedQuestions } from './respondent-score.ts';

/**
 * Distribution of the answers to every rated question.
 *
 * Over all responses received: counting valid ones alone would drop those with the most 不了解
 * and understate how little the public knows of the unit.
 */
export function summariseQuestions(
  responses: readonly AppraisalResponse[],
  method: AppraisalMethod,
): readonly QuestionResult[] {
  return ratedQuestions(method).map((question) => {
    const counts = new Map<number, number>();
    let answered = 0;
    for (const { answers } of responses) {
      const answer = answers[question] ?? null;
      if (answer === null) continue;
      answered += 1;
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    const unknown = responses.length - answered;
    return {
      question,
      counts: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
      answered,
      unknown,
      unknownShare: responses.length === 0 ? null : unknown / responses.length,
    };
  });
}
