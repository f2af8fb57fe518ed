import {
  arbitrationFile,
  arbitrationList,
  arbitrationRuling,
  assessmentSlug,
  code,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { listArbitrationCases, readArbitrationFile } from './read-cases.ts';
import { ruleCase } from './rule-case.ts';

const tags = ['arbitration'];
const params = z.object({ slug: assessmentSlug, unit: code, indicator: code });
const readers = ['reviewer', 'organiser'] as const;
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function arbitrationRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/arbitration',
        tags,
        summary: 'Leaves at which two raters differ, open ones first',
        request: { params: z.object({ slug: assessmentSlug }) },
        responses: { 200: jsonAnswer(arbitrationList, 'The cases.'), ...refusals },
      }),
      async (c) => c.json(await listArbitrationCases(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/arbitration/{unit}/{indicator}',
        tags,
        summary: 'One case with both sides',
        request: { params },
        responses: { 200: jsonAnswer(arbitrationFile, 'The case.'), ...refusals },
      }),
      async (c) => c.json(await readArbitrationFile(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['reviewer'], {
        method: 'put',
        path: '/assessments/{slug}/arbitration/{unit}/{indicator}',
        tags,
        summary: 'Rule a case, with a reason',
        request: { params, body: jsonBody(arbitrationRuling) },
        responses: {
          200: jsonAnswer(arbitrationFile, 'The case as it stands.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ruling: c.req.valid('json'), ...context };
        return c.json(await ruleCase(deps, actorOf(c), args), 200);
      },
    );
}
