import type { CommentReview } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import * as repository from './comment.repository.ts';

/**
 * Says what of an answer in words may be printed, and whether it may.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function reviewComment(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; id: string; review: CommentReview; requestId: string },
): Promise<CommentReview> {
  const { id, review } = args;
  return db.transaction(async (tx) => {
    const assessment = await visibleAssessment(tx, actor, { slug: args.slug, roles: ['organiser'] });
    const survey = await surveyOf(tx, assessment.id);
    const wanted = { surveyId: survey.id, id, question: review.question };
    if (!(await repository.hasComment(tx, wanted))) throw new ProblemError('not-found');
    const before = await repository.findReview(tx, wanted);
    const now = clock();
    await repository.saveReview(tx, {
      surveyId: survey.id,
      responseId: id,
      question: review.question,
      redacted: review.redacted,
      published: review.published,
      reviewedBy: actor.id,
      reviewedAt: now,
    });
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'comment.review',
      subject: `comment ${id} ${review.question}`,
      before,
      after: { redacted: review.redacted, published: review.published },
      reason: '',
      requestId: args.requestId,
    });
    return review;
  });
}
