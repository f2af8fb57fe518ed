import { assessmentSlug, code, scoreHistory } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { readScoreLife } from './read-score-life.ts';

export function scoreLifeRoutes(deps: Dependencies) {
  return createRouter().openapi(
    defineRoute(['evaluator', 'organiser', 'reviewer'], {
      method: 'get',
      path: '/assessments/{slug}/score-sheets/{unit}/scores/{indicator}/history',
      tags: ['score-sheets'],
      summary: 'How a leaf of a unit came to its score',
      request: { params: z.object({ slug: assessmentSlug, unit: code, indicator: code }) },
      responses: {
        200: jsonAnswer(scoreHistory, 'Oldest first.'),
        401: problemAnswer,
        403: problemAnswer,
        404: problemAnswer,
      },
    }),
    async (c) => c.json(await readScoreLife(deps, actorOf(c), c.req.valid('param')), 200),
  );
}
