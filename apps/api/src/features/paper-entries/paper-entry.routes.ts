import {
  assessmentSlug,
  code,
  differingSheet,
  keyedSheet,
  newSheetEntry,
  paperBoard,
  paperChannelList,
  sheetParam,
  sheetSettlement,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { keySheet, settleSheet } from './key-sheet.ts';
import { listPaperChannels, readDifferingSheet, readPaperBoard } from './read-paper.ts';

const tags = ['surveys'];
const params = z.object({ slug: assessmentSlug, channel: code });
const ofSheet = params.extend(sheetParam.shape);
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const refused = { 409: problemAnswer, 422: problemAnswer, ...hidden };
const roles = ['organiser', 'evaluator'] as const;

export function paperEntryRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(roles, {
        method: 'get',
        path: '/assessments/{slug}/survey/paper',
        tags,
        summary: 'Channels of paper, with what waits in each for the one who asks',
        request: { params: params.pick({ slug: true }) },
        responses: { 200: jsonAnswer(paperChannelList, 'The channels in their order.'), ...hidden },
      }),
      async (c) => c.json(await listPaperChannels(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(roles, {
        method: 'get',
        path: '/assessments/{slug}/survey/paper/{channel}',
        tags,
        summary: 'Sheets of paper that wait for a second entry or a third look',
        request: { params },
        responses: { 200: jsonAnswer(paperBoard, 'The sheets; nothing of what is on them.'), ...hidden },
      }),
      async (c) => c.json(await readPaperBoard(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(roles, {
        method: 'post',
        path: '/assessments/{slug}/survey/paper/{channel}/sheets',
        tags,
        summary: 'Key in a sheet, for the first time or by somebody else for the second',
        request: { params, body: jsonBody(newSheetEntry) },
        responses: { 201: jsonAnswer(keyedSheet, 'What came of it.'), ...refused },
      }),
      async (c) => {
        const asked = { language: c.get('language'), requestId: c.get('requestId') };
        const keying = { actor: actorOf(c), ...c.req.valid('param'), ...asked };
        return c.json(await keySheet(deps, keying, c.req.valid('json')), 201);
      },
    )
    .openapi(
      defineRoute(roles, {
        method: 'get',
        path: '/assessments/{slug}/survey/paper/{channel}/sheets/{sheet}',
        tags,
        summary: 'Both entries of a sheet on which two do not agree, for a third person',
        request: { params: ofSheet },
        responses: { 200: jsonAnswer(differingSheet, 'Both entries.'), ...refused },
      }),
      async (c) => c.json(await readDifferingSheet(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(roles, {
        method: 'post',
        path: '/assessments/{slug}/survey/paper/{channel}/sheets/{sheet}/settlement',
        tags,
        summary: 'Settle a sheet on which two do not agree',
        request: { params: ofSheet, body: jsonBody(sheetSettlement) },
        responses: { 200: jsonAnswer(keyedSheet, 'It counts.'), ...refused },
      }),
      async (c) => {
        const { sheet, ...at } = c.req.valid('param');
        const keying = {
          actor: actorOf(c),
          ...at,
          language: c.get('language'),
          requestId: c.get('requestId'),
        };
        return c.json(await settleSheet(deps, keying, { sheet, ...c.req.valid('json') }), 200);
      },
    );
}
