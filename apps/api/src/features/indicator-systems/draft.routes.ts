import {
  changedDraft,
  draftChange,
  draftFreeze,
  id,
  indicatorSystemSummary,
  systemChecks,
  systemDifference,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import * as service from './draft.service.ts';
import { editDraft } from './edit-draft.ts';

const tags = ['indicator-systems'];
const params = z.object({ id });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function draftRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/indicator-systems/{id}/drafts',
        tags,
        summary: 'A draft that begins as a copy of this version',
        request: { params },
        responses: { 201: jsonAnswer(indicatorSystemSummary, 'The draft.'), ...refusals },
      }),
      async (c) => {
        const args = { systemId: c.req.valid('param').id, requestId: c.get('requestId') };
        return c.json(await service.createDraft(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/indicator-systems/{id}/edits',
        tags,
        summary: 'Make one change of a draft',
        request: { params, body: jsonBody(draftChange) },
        responses: {
          200: jsonAnswer(changedDraft, 'The draft as it is now, with its checks.'),
          409: problemAnswer,
          422: problemAnswer,
          ...refusals,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { systemId: c.req.valid('param').id, ...c.req.valid('json'), ...context };
        return c.json(await editDraft(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'delete',
        path: '/indicator-systems/{id}',
        tags,
        summary: 'Delete a draft',
        request: { params },
        responses: { 204: { description: 'Done.' }, 409: problemAnswer, ...refusals },
      }),
      async (c) => {
        const args = { systemId: c.req.valid('param').id, requestId: c.get('requestId') };
        await service.deleteDraft(deps, actorOf(c), args);
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/indicator-systems/{id}/freeze',
        tags,
        summary: 'Publish a draft: it never changes again',
        request: { params, body: jsonBody(draftFreeze) },
        responses: {
          200: jsonAnswer(indicatorSystemSummary, 'The published version.'),
          409: problemAnswer,
          422: problemAnswer,
          ...refusals,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { systemId: c.req.valid('param').id, ...c.req.valid('json'), ...context };
        return c.json(await service.freezeDraft(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/indicator-systems/{id}/checks',
        tags,
        summary: 'What is wrong with a version, or looks so',
        request: { params },
        responses: { 200: jsonAnswer(systemChecks, 'Problems and advice.'), ...refusals },
      }),
      async (c) => {
        const args = { systemId: c.req.valid('param').id, language: c.get('language') };
        return c.json({ checks: await service.readChecks(deps, actorOf(c), args) }, 200);
      },
    )
    .openapi(
      defineRoute(['organiser', 'evaluator', 'reviewer', 'leader'], {
        method: 'get',
        path: '/indicator-systems/{id}/differences/{from}',
        tags,
        summary: 'What a version says that another does not',
        request: { params: params.extend({ from: id }) },
        responses: { 200: jsonAnswer(systemDifference, 'Node by node, field by field.'), ...refusals },
      }),
      async (c) => {
        const { id: to, from } = c.req.valid('param');
        return c.json(await service.readDifference(deps, { from, to }), 200);
      },
    );
}
