import { id, indicatorSystem, indicatorSystemList } from '@gongping/contracts';
import { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import * as service from './indicator-system.service.ts';

const tags = ['indicator-systems'];
const readers = ['organiser', 'evaluator', 'reviewer', 'leader'] as const;
const refusals = { 401: problemAnswer, 403: problemAnswer };

export function indicatorSystemRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/indicator-systems',
        tags,
        summary: 'Versions of indicator systems',
        responses: { 200: jsonAnswer(indicatorSystemList, 'Newest first.'), ...refusals },
      }),
      async (c) => c.json({ systems: await service.listSystems(deps) }, 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/indicator-systems/{id}',
        tags,
        summary: 'An indicator system: the whole tree and the notice behind it',
        request: { params: z.object({ id }) },
        responses: { 200: jsonAnswer(indicatorSystem, 'The system.'), 404: problemAnswer, ...refusals },
      }),
      async (c) => c.json(await service.getSystem(deps, c.req.valid('param').id), 200),
    );
}
