import { assessmentSlug, code, indicatorSheet, roundNames, sheetList, unitSheet } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { listSheets } from './list-sheets.ts';
import { readIndicatorSheet } from './read-indicator-sheet.ts';
import { readNames } from './read-names.ts';
import { readUnitSheet } from './read-unit-sheet.ts';

const tags = ['score-sheets'];
const readers = ['evaluator', 'organiser', 'reviewer'] as const;
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function scoreSheetRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/assessments/{slug}/names',
        tags,
        summary: 'Units and leaves that I may look up by name',
        request: { params: z.object({ slug: assessmentSlug }) },
        responses: { 200: jsonAnswer(roundNames, 'The names.'), ...refusals },
      }),
      async (c) => c.json(await readNames(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/score-sheets',
        tags,
        summary: 'Units and leaves that I may look at, with progress',
        request: { params: z.object({ slug: assessmentSlug }) },
        responses: { 200: jsonAnswer(sheetList, 'The sheets.'), ...refusals },
      }),
      async (c) => c.json(await listSheets(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/score-sheets/{unit}',
        tags,
        summary: 'One unit through all leaves that I may look at',
        request: { params: z.object({ slug: assessmentSlug, unit: code }) },
        responses: { 200: jsonAnswer(unitSheet, 'The sheet.'), ...refusals },
      }),
      async (c) => c.json(await readUnitSheet(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/indicator-sheets/{indicator}',
        tags,
        summary: 'One leaf across all units that I may look at',
        request: { params: z.object({ slug: assessmentSlug, indicator: code }) },
        responses: { 200: jsonAnswer(indicatorSheet, 'The sheet.'), ...refusals },
      }),
      async (c) => c.json(await readIndicatorSheet(deps, actorOf(c), c.req.valid('param')), 200),
    );
}
