import { assessmentSlug, surveyDashboard } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { readDashboard } from './read-dashboard.ts';

export function dashboardRoutes(deps: Dependencies) {
  return createRouter().openapi(
    defineRoute(['organiser', 'leader'], {
      method: 'get',
      path: '/assessments/{slug}/survey/dashboard',
      tags: ['surveys'],
      summary: 'Answers by hour, channel and unit, and what became of them',
      request: { params: z.object({ slug: assessmentSlug }) },
      responses: {
        200: jsonAnswer(surveyDashboard, 'As far as answers have been counted.'),
        401: problemAnswer,
        403: problemAnswer,
        404: problemAnswer,
      },
    }),
    async (c) => c.json(await readDashboard(deps, actorOf(c), c.req.valid('param').slug), 200),
  );
}
