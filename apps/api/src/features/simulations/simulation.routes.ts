import { assessmentSlug, id, simulation } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { readSimulation } from './simulation.service.ts';

export function simulationRoutes(deps: Dependencies) {
  return createRouter().openapi(
    defineRoute(['organiser'], {
      method: 'get',
      path: '/assessments/{slug}/simulations/{system}',
      tags: ['indicator-systems'],
      summary: 'The scores of a round through another version of the indicator system',
      request: { params: z.object({ slug: assessmentSlug, system: id }) },
      responses: {
        200: jsonAnswer(simulation, 'Totals and ranks as they are and as they would be.'),
        401: problemAnswer,
        403: problemAnswer,
        404: problemAnswer,
        409: problemAnswer,
      },
    }),
    async (c) => {
      const { slug, system } = c.req.valid('param');
      const wanted = { slug, systemId: system, language: c.get('language') };
      return c.json(await readSimulation(deps, actorOf(c), wanted), 200);
    },
  );
}
