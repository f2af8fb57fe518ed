import type { Comment, CommentList, CommentQuery } from '@gongping/contracts';
import { findPersonal } from '@gongping/questionnaire';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import * as repository from './comment.repository.ts';
import { textItems } from './text-items.ts';

const pageSize = 50;

/**
 * Answers in words, newest first, with what in them seems to tell who is meant.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function listComments(
  { db }: Dependencies,
  actor: Actor,
  { slug, query: { page, ...filter } }: { slug: string; query: CommentQuery },
): Promise<CommentList> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const survey = await surveyOf(db, assessment.id);
  const questions = textItems(await readQuestionnaires(db, survey)).map(({ code }) => code);
  if (questions.length === 0) return { comments: [], total: 0, page, pageSize };
  const wanted = { surveyId: survey.id, questions, filter };
  const rows = await repository.listComments(db, {
    ...wanted,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const total = await repository.countComments(db, wanted);
  return { comments: rows.map(toComment), total, page, pageSize };
}

type Row = Awaited<ReturnType<typeof repository.listComments>>[number];

function toComment({ redacted, published, reviewedAt, reviewedBy, ...row }: Row): Comment {
  const decided = redacted !== null && published !== null && reviewedAt !== null;
  return {
    ...row,
    submittedAt: row.submittedAt.toISOString(),
    personal: findPersonal(row.text).map((span) => ({ ...span })),
    review: decided ? { redacted, published, by: reviewedBy ?? '', at: reviewedAt.toISOString() } : null,
  };
}
