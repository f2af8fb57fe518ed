import {
  assessmentSlug,
  openPointList,
  ranking,
  robustness,
  robustnessQuery,
  unitResult,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { listOpenPoints } from './open-points.ts';
import * as service from './result.service.ts';

const tags = ['results'];
const slug = assessmentSlug;
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function resultRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser', 'leader'], {
        method: 'get',
        path: '/assessments/{slug}/results',
        tags,
        summary: 'The ranking from the scores as they are now',
        request: { params: z.object({ slug }) },
        responses: { 200: jsonAnswer(ranking, 'The ranking.'), 409: problemAnswer, ...hidden },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        return c.json(await service.readRanking(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser', 'leader'], {
        method: 'get',
        path: '/assessments/{slug}/results/units/{unit}',
        tags,
        summary: "A unit's result down to each leaf, from the scores as they are now",
        request: { params: z.object({ slug, unit: z.string().min(1).max(32) }) },
        responses: { 200: jsonAnswer(unitResult, "The unit's result."), 409: problemAnswer, ...hidden },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        return c.json(await service.readUnitResult(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser', 'leader'], {
        method: 'get',
        path: '/assessments/{slug}/robustness',
        tags,
        summary: 'How far the ranking depends on its weights, from the scores as they are now',
        request: { params: z.object({ slug }), query: robustnessQuery },
        responses: {
          200: jsonAnswer(robustness, 'Rank intervals, ties, and ranks under other methods.'),
          409: problemAnswer,
          422: problemAnswer,
          429: problemAnswer,
          ...hidden,
        },
      }),
      async (c) => {
        const { signal } = c.req.raw;
        const asked = { ...c.req.valid('query'), language: c.get('language'), signal };
        const wanted = { ...c.req.valid('param'), ...asked };
        return c.json(await service.readRobustness(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/open-points',
        tags,
        summary: 'What is still open before the scoring can be closed',
        request: { params: z.object({ slug }) },
        responses: { 200: jsonAnswer(openPointList, 'The open points, unit by unit.'), ...hidden },
      }),
      async (c) => c.json(await listOpenPoints(deps, actorOf(c), c.req.valid('param').slug), 200),
    );
}
