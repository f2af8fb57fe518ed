import {
  cityReport,
  cityReportChange,
  cityReportPreview,
  cityReportVersion,
  figureRenewal,
  newCityReportPublication,
  publishedCityReport,
  cityReportYear,
  day,
  departmentSums,
} from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorOf, requireAccess } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { requireForm } from '../evidence/upload-limit.ts';
import { createReportReader } from '../unit-reports/report-reader.ts';
import { fileField, limitReportUpload, sentFile } from '../unit-reports/report-upload.ts';
import { archivePrevious, dropPrevious } from './archive-previous.ts';
import { readDepartmentSums } from './department-sums.ts';
import { publishCityReport } from './publish-city-report.ts';
import { publishedReportParams, wantedOf } from './published-report.params.ts';
import * as published from './published-report.ts';
import { readCityReport } from './read-city-report.ts';
import { renewFigures, saveCityReport } from './write-city-report.ts';

const tags = ['annual-reports'];
const year = z.object({ year: cityReportYear });
const previousForm = z.object({ file: fileField, publishedOn: day });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const refused = { 409: problemAnswer, 422: problemAnswer, ...hidden };
const changed = { 200: jsonAnswer(cityReport, 'The report as it is now.'), ...refused };
const missing = { 404: problemAnswer };
const contextOf = (c: Context<Environment>) => ({
  language: c.get('language'),
  requestId: c.get('requestId'),
});

export function cityReportRoutes(deps: Dependencies) {
  const router = createRouter();
  const reader = createReportReader();
  // Before the form is read: reading one that nobody may send would be work for a stranger.
  router.post('/city-reports/:year/previous', requireAccess(['organiser']), requireForm, limitReportUpload);
  return router
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/city-reports/{year}',
        tags,
        summary: "The city's annual report of a year as it is being written, with the figures it may take",
        request: { params: year },
        responses: { 200: jsonAnswer(cityReport, 'The report.'), ...hidden },
      }),
      async (c) => c.json(await readCityReport(deps, actorOf(c), c.req.valid('param').year), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/city-reports/{year}/draft',
        tags,
        summary: 'Keep what was written, right or not; new figures are bound to what is published',
        request: { params: year, body: jsonBody(cityReportChange) },
        responses: changed,
      }),
      async (c) => {
        const order = { ...c.req.valid('param'), ...c.req.valid('json'), ...contextOf(c) };
        return c.json(await saveCityReport(deps, actorOf(c), order), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/city-reports/{year}/renewals',
        tags,
        summary: 'Bind figures of the text to what is published now',
        request: { params: year, body: jsonBody(figureRenewal) },
        responses: changed,
      }),
      async (c) => {
        const order = { ...c.req.valid('param'), ...c.req.valid('json'), ...contextOf(c) };
        return c.json(await renewFigures(deps, actorOf(c), order), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/city-reports/{year}/previous',
        tags,
        summary: "Take last year's report, published elsewhere, from its file: DOCX, HTML, XLSX or JSON",
        request: {
          params: year,
          body: { content: { 'multipart/form-data': { schema: previousForm } }, required: true },
        },
        responses: {
          200: jsonAnswer(cityReport, 'The report as it is now, with what it is compared with.'),
          ...refused,
          413: problemAnswer,
          415: problemAnswer,
          429: problemAnswer,
        },
      }),
      async (c) => {
        const { file, publishedOn } = c.req.valid('form');
        const order = { ...c.req.valid('param'), ...contextOf(c), publishedOn, file: await sentFile(file) };
        return c.json(await archivePrevious({ ...deps, reader }, actorOf(c), order), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'delete',
        path: '/city-reports/{year}/previous',
        tags,
        summary: "Let last year's report go that was taken from a file",
        request: { params: year },
        responses: { 200: jsonAnswer(cityReport, 'The report as it is now.'), ...hidden },
      }),
      async (c) => {
        const order = { ...c.req.valid('param'), ...contextOf(c) };
        return c.json(await dropPrevious(deps, actorOf(c), order), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/city-reports/{year}/preview',
        tags,
        summary: 'The report as it would be printed now',
        request: { params: year },
        responses: { 200: jsonAnswer(cityReportPreview, 'A part of a page.'), ...hidden },
      }),
      async (c) => {
        const html = await published.previewReport(deps, actorOf(c), c.req.valid('param').year);
        return c.json({ html }, 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/city-reports/{year}/department-sums',
        tags,
        summary: "What the departments' filed reports of the year add up to, and whose are missing",
        request: { params: year },
        responses: { 200: jsonAnswer(departmentSums, 'The sums.'), ...hidden },
      }),
      async (c) => c.json(await readDepartmentSums(deps, actorOf(c), c.req.valid('param').year), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/city-reports/{year}/publications',
        tags,
        summary: 'Publish the report, or a correction with its reason',
        request: { params: year, body: jsonBody(newCityReportPublication) },
        responses: {
          201: jsonAnswer(cityReportVersion, 'The new version.'),
          ...refused,
        },
      }),
      async (c) => {
        const order = { ...c.req.valid('param'), ...c.req.valid('json'), ...contextOf(c) };
        return c.json(await publishCityReport(deps, actorOf(c), order), 201);
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/annual-reports',
        tags,
        summary: 'Annual reports that were published, newest first',
        responses: { 200: jsonAnswer(z.object({ reports: z.array(cityReportVersion) }), 'All versions.') },
      }),
      async (c) => c.json({ reports: await published.listPublishedReports(deps) }, 200),
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/annual-reports/{year}/{version}',
        tags,
        summary: 'A published annual report',
        request: { params: publishedReportParams },
        responses: { 200: jsonAnswer(publishedCityReport, 'The report.'), ...missing },
      }),
      async (c) => c.json(await published.readPublishedReport(deps, wantedOf(c.req.valid('param'))), 200),
    );
}
