import { assessmentSlug, commentList, commentQuery, commentReview, id } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { listComments } from './list-comments.ts';
import { reviewComment } from './review-comment.ts';

const tags = ['surveys'];
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function commentRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/survey/comments',
        tags,
        summary: 'Answers in words, newest first, with what seems to tell who is meant',
        request: { params: z.object({ slug: assessmentSlug }), query: commentQuery },
        responses: { 200: jsonAnswer(commentList, 'Fifty at a time.'), 422: problemAnswer, ...hidden },
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, query: c.req.valid('query') };
        return c.json(await listComments(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/survey/comments/{id}',
        tags,
        summary: 'Confirm what of an answer in words may be public',
        request: { params: z.object({ slug: assessmentSlug, id }), body: jsonBody(commentReview) },
        responses: {
          200: jsonAnswer(commentReview, 'As it was confirmed.'),
          422: problemAnswer,
          ...hidden,
        },
      }),
      async (c) => {
        const args = {
          ...c.req.valid('param'),
          review: c.req.valid('json'),
          requestId: c.get('requestId'),
        };
        return c.json(await reviewComment(deps, actorOf(c), args), 200);
      },
    );
}
