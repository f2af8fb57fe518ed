import {
  assessmentSlug,
  code,
  id,
  newSample,
  populationList,
  sample,
  sampleDiscard,
  sampleList,
  sampleWrite,
} from '@gongping/contracts';
import { pilotFields } from '@gongping/templates';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { discardSample } from './discard-sample.ts';
import { drawSample } from './draw-sample.ts';
import { listSamples } from './list-samples.ts';
import { writeSample } from './write-sample.ts';

const tags = ['samples'];
const sampleParams = z.object({ slug: assessmentSlug, id });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const refusedWrites = { ...refusals, 409: problemAnswer, 422: problemAnswer };

export function sampleRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/sample-populations',
        tags,
        summary: 'Lists that samples are often drawn from',
        responses: { 200: jsonAnswer(populationList, 'The lists.'), 401: problemAnswer },
      }),
      (c) => {
        const populations = [pilotFields].map((list) => ({ ...list, items: [...list.items] }));
        return c.json({ populations }, 200);
      },
    )
    .openapi(
      defineRoute(['evaluator', 'organiser', 'reviewer'], {
        method: 'get',
        path: '/assessments/{slug}/score-sheets/{unit}/samples',
        tags,
        summary: 'Samples drawn for the leaves of a unit that I may look at',
        request: { params: z.object({ slug: assessmentSlug, unit: code }) },
        responses: { 200: jsonAnswer(sampleList, 'The samples.'), ...refusals },
      }),
      async (c) => c.json(await listSamples(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: '/assessments/{slug}/score-sheets/{unit}/scores/{indicator}/samples',
        tags,
        summary: 'Draw a sample for a leaf; the server makes the seed and keeps it',
        request: {
          params: z.object({ slug: assessmentSlug, unit: code, indicator: code }),
          body: jsonBody(newSample),
        },
        responses: { 201: jsonAnswer(sample, 'The sample.'), ...refusedWrites },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...context, sample: c.req.valid('json') };
        return c.json(await drawSample(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'put',
        path: '/assessments/{slug}/samples/{id}',
        tags,
        summary: 'Keep what was found of the drawn items',
        request: { params: sampleParams, body: jsonBody(sampleWrite) },
        responses: { 200: jsonAnswer(sample, 'The sample.'), ...refusedWrites },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...context, write: c.req.valid('json') };
        return c.json(await writeSample(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: '/assessments/{slug}/samples/{id}/discard',
        tags,
        summary: 'Set a sample aside, with the reason',
        request: { params: sampleParams, body: jsonBody(sampleDiscard) },
        responses: { 204: { description: 'Done.' }, ...refusedWrites },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        await discardSample(deps, actorOf(c), {
          ...c.req.valid('param'),
          ...context,
          ...c.req.valid('json'),
        });
        return c.body(null, 204);
      },
    );
}
