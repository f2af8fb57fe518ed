import {
  appealDetail,
  appealImpact,
  appealList,
  appealRuling,
  assessmentSlug,
  code,
  id,
  newAppeal,
  ruledScore,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { readAppeal, readAppeals } from './read-appeals.ts';
import { previewRuling, ruleAppeal, rulers } from './rule-appeal.ts';
import { submitAppeal, withdrawAppeal } from './submit-appeal.ts';

const tags = ['appeals'];
const slug = assessmentSlug;
const appealParams = z.object({ slug, id });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer, 409: problemAnswer };
const appealPath = '/assessments/{slug}/appeals/{id}';

export function appealRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: '/assessments/{slug}/problems/{unit}/{indicator}/appeals',
        tags,
        summary: 'Appeal against the score of a leaf',
        request: { params: z.object({ slug, unit: code, indicator: code }), body: jsonBody(newAppeal) },
        responses: {
          201: jsonAnswer(z.object({ id }), 'The appeal.'),
          ...refusals,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...context };
        return c.json(await submitAppeal(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'delete',
        path: appealPath,
        tags,
        summary: 'Take an open appeal back',
        request: { params: appealParams },
        responses: { 204: { description: 'Withdrawn.' }, ...refusals },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        await withdrawAppeal(deps, actorOf(c), { ...c.req.valid('param'), ...context });
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute(rulers, {
        method: 'get',
        path: '/assessments/{slug}/appeals',
        tags,
        summary: 'The appeals of a round',
        request: { params: z.object({ slug }) },
        responses: { 200: jsonAnswer(appealList, 'In the order they came.'), ...refusals },
      }),
      async (c) => c.json(await readAppeals(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(rulers, {
        method: 'get',
        path: appealPath,
        tags,
        summary: 'One appeal with everything that its ruling needs',
        request: { params: appealParams },
        responses: { 200: jsonAnswer(appealDetail, 'The appeal.'), ...refusals },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        return c.json(await readAppeal(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(rulers, {
        method: 'post',
        path: `${appealPath}/preview`,
        tags,
        summary: 'What a change of the score would do to totals and ranks; nothing is written',
        request: { params: appealParams, body: jsonBody(ruledScore) },
        responses: { 200: jsonAnswer(appealImpact, 'Before and after.'), ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const language = c.get('language');
        const wanted = { ...c.req.valid('param'), language, score: c.req.valid('json') };
        return c.json(await previewRuling(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(rulers, {
        method: 'post',
        path: `${appealPath}/ruling`,
        tags,
        summary: 'Rule an appeal',
        request: { params: appealParams, body: jsonBody(appealRuling) },
        responses: { 204: { description: 'Ruled.' }, ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...context, ruling: c.req.valid('json') };
        await ruleAppeal(deps, actorOf(c), args);
        return c.body(null, 204);
      },
    );
}
