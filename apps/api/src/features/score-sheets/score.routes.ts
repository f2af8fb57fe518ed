import { assessmentSlug, code, score, scoreWrite } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { writeScore } from './write-score.ts';

const tags = ['score-sheets'];
const params = z.object({ slug: assessmentSlug, unit: code, indicator: code });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function scoreRoutes(deps: Dependencies) {
  return createRouter().openapi(
    defineRoute(['evaluator'], {
      method: 'put',
      path: '/assessments/{slug}/score-sheets/{unit}/scores/{indicator}',
      tags,
      summary: 'Write the score of a leaf of a unit',
      request: { params, body: jsonBody(scoreWrite) },
      responses: {
        200: jsonAnswer(score, 'The score as it stands.'),
        ...refusals,
        409: problemAnswer,
        422: problemAnswer,
      },
    }),
    async (c) => {
      const context = { language: c.get('language'), requestId: c.get('requestId') };
      const args = { ...c.req.valid('param'), write: c.req.valid('json'), ...context };
      return c.json(await writeScore(deps, actorOf(c), args), 200);
    },
  );
}
