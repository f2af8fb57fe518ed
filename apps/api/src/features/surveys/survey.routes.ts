import {
  assessmentSlug,
  publicSurvey,
  publicSurveyList,
  surveyChange,
  surveyView,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { changeSurvey } from './change-survey.ts';
import { askedIn } from './changing-survey.ts';
import * as service from './survey.service.ts';

const tags = ['surveys'];
const params = z.object({ slug: assessmentSlug });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
export function surveyRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/public/surveys',
        tags,
        summary: 'Surveys that take answers now',
        responses: { 200: jsonAnswer(publicSurveyList, 'The one that closes first at the top.') },
      }),
      async (c) => c.json({ surveys: await service.listOpenSurveys(deps) }, 200),
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/public/surveys/{slug}',
        tags,
        summary: 'A survey with its questions and units',
        request: { params },
        responses: { 200: jsonAnswer(publicSurvey, 'The survey.'), 404: problemAnswer },
      }),
      async (c) => c.json(await service.readPublicSurvey(deps, c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(['organiser', 'leader'], {
        method: 'get',
        path: '/assessments/{slug}/survey',
        tags,
        summary: "An assessment's survey: hours, addresses, counts",
        request: { params },
        responses: { 200: jsonAnswer(surveyView, 'The survey.'), ...hidden },
      }),
      async (c) => c.json(await service.readSurvey(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/survey',
        tags,
        summary: "Change the survey's title and hours",
        request: { params, body: jsonBody(surveyChange) },
        responses: {
          200: jsonAnswer(surveyView, 'The survey as it is now.'),
          409: problemAnswer,
          422: problemAnswer,
          ...hidden,
        },
      }),
      async (c) => {
        const asked = askedIn(c, c.req.valid('param').slug);
        return c.json(await changeSurvey(deps, asked, c.req.valid('json')), 200);
      },
    );
}
