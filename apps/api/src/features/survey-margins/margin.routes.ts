import { assessmentSlug, surveyMargins, surveyMarginsChange } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { askedIn } from '../surveys/changing-survey.ts';
import { readMargins, writeMargins } from './write-margins.ts';

const tags = ['surveys'];
const path = '/assessments/{slug}/survey/margins';
const params = z.object({ slug: assessmentSlug });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function marginRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser', 'leader'], {
        method: 'get',
        path,
        tags,
        summary: 'Known totals of the population that answers are weighted to',
        request: { params },
        responses: { 200: jsonAnswer(surveyMargins, 'Null where they are not.'), ...hidden },
      }),
      async (c) => c.json(await readMargins(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path,
        tags,
        summary: 'Set the totals of the population that answers are weighted to',
        request: { params, body: jsonBody(surveyMarginsChange) },
        responses: {
          200: jsonAnswer(surveyMargins, 'As they are now.'),
          409: problemAnswer,
          422: problemAnswer,
          ...hidden,
        },
      }),
      async (c) => {
        const asked = askedIn(c, c.req.valid('param').slug);
        return c.json(await writeMargins(deps, asked, c.req.valid('json')), 200);
      },
    );
}
