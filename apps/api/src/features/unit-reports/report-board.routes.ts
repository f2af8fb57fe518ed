import {
  reportReminder,
  reportTerms,
  reportYear,
  reportYearQuery,
  sentReminder,
  unitReportList,
} from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { workbookType } from './download-report.ts';
import { exportBoard } from './export-board.ts';
import { listUnitReports } from './list-unit-reports.ts';
import { remindUnits } from './remind-units.ts';
import { setTerms } from './set-terms.ts';

const tags = ['unit-reports'];
const readers = ['liaison', 'organiser', 'evaluator', 'reviewer'] as const;
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const binary = {
  'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
} as const;

export function reportBoardRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/unit-reports',
        tags,
        summary: 'How the annual reports of a year stand, of the units that I may look at',
        request: { query: reportYearQuery },
        responses: { 200: jsonAnswer(unitReportList, 'By unit.'), ...refusals },
      }),
      async (c) => c.json(await listUnitReports(deps, actorOf(c), c.req.valid('query')), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/unit-reports/board.csv',
        tags,
        summary: 'The same as CSV',
        request: { query: reportYearQuery },
        responses: { 200: { content: binary, description: 'The table.' }, ...refusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('query'), as: 'csv' } as const;
        const { bytes, filename } = await exportBoard(deps, actorOf(c), args);
        return c.body(bytes, 200, headersOf('text/csv; charset=utf-8', filename));
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/unit-reports/board.xlsx',
        tags,
        summary: 'The same as a workbook',
        request: { query: reportYearQuery },
        responses: { 200: { content: binary, description: 'The workbook.' }, ...refusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('query'), as: 'xlsx' } as const;
        const { bytes, filename } = await exportBoard(deps, actorOf(c), args);
        return c.body(bytes, 200, headersOf(workbookType, filename));
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/unit-reports/reminders',
        tags,
        summary: 'Remind those who speak for some units of the report of a year',
        request: { body: jsonBody(reportReminder) },
        responses: {
          200: jsonAnswer(sentReminder, 'How many people were told.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const args = { reminder: c.req.valid('json'), requestId: c.get('requestId') };
        return c.json({ sent: await remindUnits(deps, actorOf(c), args) }, 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/report-terms/{year}',
        tags,
        summary: 'Set the days of the place for the reports of a year',
        request: { params: z.object({ year: reportYear }), body: jsonBody(reportTerms) },
        responses: { 200: jsonAnswer(reportTerms, 'As they stand.'), ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const { year } = c.req.valid('param');
        const args = { year, terms: c.req.valid('json'), requestId: c.get('requestId') };
        return c.json(await setTerms(deps, actorOf(c), args), 200);
      },
    );
}

function headersOf(type: string, filename: string) {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${filename}"`,
    'cache-control': 'private, no-store',
  };
}
