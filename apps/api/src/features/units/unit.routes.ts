import { id, newUnit, unit, unitChange, unitList } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import * as service from './unit.service.ts';

const tags = ['units'];
const refusals = { 401: problemAnswer, 403: problemAnswer, 422: problemAnswer };

export function unitRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/units',
        tags,
        summary: 'All units, the retired ones too',
        responses: { 200: jsonAnswer(unitList, 'The units by code.'), 401: problemAnswer },
      }),
      async (c) => c.json({ units: await service.listUnits(deps) }, 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/units',
        tags,
        summary: 'Add a unit',
        request: { body: jsonBody(newUnit) },
        responses: { 201: jsonAnswer(unit, 'The new unit.'), 409: problemAnswer, ...refusals },
      }),
      async (c) => {
        const args = { unit: c.req.valid('json'), requestId: c.get('requestId') };
        return c.json(await service.createUnit(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'patch',
        path: '/units/{id}',
        tags,
        summary: 'Change or retire a unit',
        request: { params: z.object({ id }), body: jsonBody(unitChange) },
        responses: { 200: jsonAnswer(unit, 'The unit as it is now.'), 404: problemAnswer, ...refusals },
      }),
      async (c) => {
        const { id: unitId } = c.req.valid('param');
        const args = { id: unitId, change: c.req.valid('json'), requestId: c.get('requestId') };
        return c.json(await service.changeUnit(deps, actorOf(c), args), 200);
      },
    );
}
