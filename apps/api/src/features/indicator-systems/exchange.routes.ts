import { id, importedSystem } from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { actorOf, requireAccess } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { downloadSystem, uploadSystem } from './exchange-system.ts';
import { createSystemReader, largestUploadBytes } from './read-upload.ts';

const tags = ['indicator-systems'];
const params = z.object({ id });
const refusals = { 401: problemAnswer, 403: problemAnswer };
/** The form's boundaries. */
const formBytes = 64 * 1024;

const uploadForm = z.object({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
});
const limitUpload = bodyLimit({
  maxSize: largestUploadBytes + formBytes,
  onError: () => {
    throw new ProblemError('body-too-large', { values: { limit: '8 MB' } });
  },
});

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;
const download = (description: string) =>
  ({
    content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    description,
  }) as const;

/** Where files are uploaded to, below `/api/v1`: they have a limit of their own. */
export const UPLOAD_PATH = '/indicator-systems/imports';

export function exchangeRoutes(deps: Dependencies) {
  const router = createRouter();
  const uploads = createSystemReader();
  // Before the form is read: reading one that nobody may send would be work for a stranger.
  router.post(UPLOAD_PATH, requireAccess(['organiser']), limitUpload);
  return router
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: UPLOAD_PATH,
        tags,
        summary: 'Import a workbook, or a zip of CSV files, of 8 MB at the most as a new draft',
        request: { body: { content: { 'multipart/form-data': { schema: uploadForm } }, required: true } },
        responses: {
          200: jsonAnswer(importedSystem, 'The version that says what the file says.'),
          413: problemAnswer,
          415: problemAnswer,
          422: problemAnswer,
          429: problemAnswer,
          ...refusals,
        },
      }),
      async (c) => {
        const { file } = c.req.valid('form');
        const bytes = new Uint8Array(await file.arrayBuffer());
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { file: { name: file.name, bytes }, ...context };
        return c.json(await uploadSystem({ ...deps, uploads }, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/indicator-systems/{id}/tables.xlsx',
        tags,
        summary: 'A version as a workbook',
        request: { params },
        responses: { 200: download('The workbook.'), 404: problemAnswer, ...refusals },
      }),
      async (c) => {
        const args = { systemId: c.req.valid('param').id, as: 'xlsx' } as const;
        const { bytes, filename } = await downloadSystem(deps, actorOf(c), args);
        return c.body(bytes, 200, headersOf(mediaTypes.xlsx, filename));
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/indicator-systems/{id}/tables.zip',
        tags,
        summary: 'A version as a zip of CSV files',
        request: { params },
        responses: { 200: download('The zip.'), 404: problemAnswer, ...refusals },
      }),
      async (c) => {
        const args = { systemId: c.req.valid('param').id, as: 'zip' } as const;
        const { bytes, filename } = await downloadSystem(deps, actorOf(c), args);
        return c.body(bytes, 200, headersOf(mediaTypes.zip, filename));
      },
    );
}

/** A system's code has neither quotes nor letters beyond ASCII. */
function headersOf(type: string, filename: string) {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${filename}"`,
    'cache-control': 'private, no-store',
  };
}
