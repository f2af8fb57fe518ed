import {
  assessmentSlug,
  notApplicableDecision,
  notApplicableList,
  notApplicableQuery,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { decideNotApplicable } from './decide-not-applicable.ts';
import { listNotApplicable } from './list-not-applicable.ts';

const tags = ['not-applicable'];
const params = z.object({ slug: assessmentSlug });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function notApplicableRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['evaluator', 'organiser', 'reviewer'], {
        method: 'get',
        path: '/assessments/{slug}/not-applicable',
        tags,
        summary: 'Leaves that evaluators call N/A, those that wait for their approval first',
        request: { params, query: notApplicableQuery },
        responses: { 200: jsonAnswer(notApplicableList, 'The leaves.'), ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await listNotApplicable(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser', 'reviewer'], {
        method: 'post',
        path: '/assessments/{slug}/not-applicable/decisions',
        tags,
        summary: 'Approve or reject leaves that evaluators call N/A',
        request: { params, body: jsonBody(notApplicableDecision) },
        responses: {
          200: jsonAnswer(notApplicableList, 'The leaves as they stand.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), decision: c.req.valid('json'), ...context };
        return c.json(await decideNotApplicable(deps, actorOf(c), args), 200);
      },
    );
}
