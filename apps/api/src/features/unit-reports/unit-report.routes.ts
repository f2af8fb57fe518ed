import {
  code,
  readingAdoption,
  reportDraftWrite,
  reportFiling,
  reportVersion,
  reportYear,
  unitReport,
  versionNumber,
} from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorOf, requireAccess } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { contentDisposition } from '../evidence/filename.ts';
import { requireForm } from '../evidence/upload-limit.ts';
import { downloadFiled, draftWorkbook, filedWorkbook, workbookType } from './download-report.ts';
import { fileReport } from './file-report.ts';
import { adoptReading, dropReading, readUpload } from './read-upload.ts';
import { readUnitReport, readVersion } from './read-unit-report.ts';
import { createReportReader } from './report-reader.ts';
import { fileField, limitReportUpload, sentFile } from './report-upload.ts';
import { writeDraft } from './write-draft.ts';

const tags = ['unit-reports'];
const params = z.object({ unit: code, year: reportYear });
const versionParams = params.extend({ version: versionNumber });
const path = '/unit-reports/{unit}/{year}';
const readers = ['liaison', 'organiser', 'evaluator', 'reviewer'] as const;
const writers = ['liaison', 'organiser'] as const;
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const writeRefusals = { ...refusals, 409: problemAnswer, 422: problemAnswer };
const binary = {
  'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
} as const;

const uploadForm = z.object({ file: fileField });

const asked = (c: Context<Environment>) => ({ language: c.get('language'), requestId: c.get('requestId') });
const kept = (filename: string) => ({
  'content-disposition': contentDisposition('attachment', filename),
  'cache-control': 'private, no-store',
});

export function unitReportRoutes(deps: Dependencies) {
  const router = createRouter();
  const reader = createReportReader();
  // Before the form is read: reading one that nobody may send would be work for a stranger.
  router.post('/unit-reports/:unit/:year/reading', requireAccess(writers), requireForm, limitReportUpload);
  return router
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path,
        tags,
        summary: 'The annual report of a unit for a year: what is being written and what was filed',
        request: { params },
        responses: { 200: jsonAnswer(unitReport, 'As it stands.'), ...refusals },
      }),
      async (c) =>
        c.json(await readUnitReport(deps, actorOf(c), { ...c.req.valid('param'), ...asked(c) }), 200),
    )
    .openapi(
      defineRoute(writers, {
        method: 'put',
        path: `${path}/draft`,
        tags,
        summary: 'Keep what is being written',
        request: { params, body: jsonBody(reportDraftWrite) },
        responses: { 200: jsonAnswer(unitReport, 'As it stands.'), ...writeRefusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...asked(c), write: c.req.valid('json') };
        return c.json(await writeDraft(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'get',
        path: `${path}/workbook.xlsx`,
        tags,
        summary: 'The form as a workbook, with what is written in it',
        request: { params },
        responses: {
          200: { content: binary, description: 'The workbook.' },
          ...refusals,
          409: problemAnswer,
        },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...asked(c) };
        const { bytes, filename } = await draftWorkbook(deps, actorOf(c), args);
        return c.body(bytes, 200, { 'content-type': workbookType, ...kept(filename) });
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'post',
        path: `${path}/reading`,
        tags,
        summary: 'Read a report from a file: DOCX, HTML, XLSX or JSON of 32 MB at the most',
        request: {
          params,
          body: { content: { 'multipart/form-data': { schema: uploadForm } }, required: true },
        },
        responses: {
          200: jsonAnswer(unitReport, 'What was read waits in `reading` to be taken over.'),
          ...writeRefusals,
          413: problemAnswer,
          415: problemAnswer,
          429: problemAnswer,
        },
      }),
      async (c) => {
        const { file } = c.req.valid('form');
        const args = { ...c.req.valid('param'), ...asked(c), file: await sentFile(file) };
        return c.json(await readUpload({ ...deps, reader }, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'delete',
        path: `${path}/reading`,
        tags,
        summary: 'Let a file go that was read',
        request: { params },
        responses: { 204: { description: 'Done.' }, ...refusals, 409: problemAnswer },
      }),
      async (c) => {
        await dropReading(deps, actorOf(c), { ...c.req.valid('param'), ...asked(c) });
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'post',
        path: `${path}/reading/adoption`,
        tags,
        summary: 'Take over what was read, in place of what was written',
        request: { params, body: jsonBody(readingAdoption) },
        responses: { 200: jsonAnswer(unitReport, 'As it stands.'), ...writeRefusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...asked(c), ...c.req.valid('json') };
        return c.json(await adoptReading(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'post',
        path: `${path}/versions`,
        tags,
        summary: 'Hand the report in as it is written',
        request: { params, body: jsonBody(reportFiling) },
        responses: { 200: jsonAnswer(reportVersion, 'As it was filed.'), ...writeRefusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...asked(c), ...c.req.valid('json') };
        return c.json(await fileReport(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: `${path}/versions/{version}`,
        tags,
        summary: 'A report as it was filed, with what the checks find',
        request: { params: versionParams },
        responses: { 200: jsonAnswer(reportVersion, 'As it was filed.'), ...refusals },
      }),
      async (c) => c.json(await readVersion(deps, actorOf(c), { ...c.req.valid('param'), ...asked(c) }), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: `${path}/versions/{version}/file`,
        tags,
        summary: 'The file that was filed',
        request: { params: versionParams },
        responses: { 200: { content: binary, description: 'The bytes as they were sent.' }, ...refusals },
      }),
      async (c) => {
        const file = await downloadFiled(deps, actorOf(c), { ...c.req.valid('param'), ...asked(c) });
        return c.body(file.body, 200, {
          'content-type': file.mediaType,
          'content-length': String(file.size),
          ...kept(file.filename),
        });
      },
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: `${path}/versions/{version}/workbook.xlsx`,
        tags,
        summary: 'A filed report as a workbook',
        request: { params: versionParams },
        responses: { 200: { content: binary, description: 'The workbook.' }, ...refusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...asked(c) };
        const { bytes, filename } = await filedWorkbook(deps, actorOf(c), args);
        return c.body(bytes, 200, { 'content-type': workbookType, ...kept(filename) });
      },
    );
}
