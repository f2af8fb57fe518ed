import { findPersonal, redact } from '@gongping/questionnaire';
import type { CommentReviewRow, ResponseRow } from './demonstration.repository.ts';

/** Every answer in words of a survey that is over, read and confirmed by its organiser. */
export function confirmedComments(
  responses: readonly ResponseRow[],
  by: { readonly question: string; readonly organiserId: string; readonly at: Date },
): CommentReviewRow[] {
  return responses.flatMap(({ surveyId, id, answers }) => {
    const text = answers[by.question];
    if (typeof text !== 'string') return [];
    return {
      surveyId,
      responseId: id,
      question: by.question,
      redacted: redact(text, findPersonal(text)),
      published: true,
      reviewedBy: by.organiserId,
      reviewedAt: by.at,
    };
  });
}
