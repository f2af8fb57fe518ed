import { assessmentSlug, code, evidence, evidenceCopy, id, newLinkEvidence } from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import { actorOf, requireAccess } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { addFile, addLink } from './add-evidence.ts';
import { copyEvidence } from './copy-evidence.ts';
import { downloadFile } from './download-file.ts';
import { removeEvidence } from './remove-evidence.ts';
import { mayShowInline } from './file-kind.ts';
import { contentDisposition } from './filename.ts';
import { scorePlace } from './score-evidence.ts';
import { fileForm, receivedFile } from './sent-file.ts';
import { limitUpload, requireForm } from './upload-limit.ts';

const tags = ['evidence'];
const cellParams = z.object({ slug: assessmentSlug, unit: code, indicator: code });
const evidenceParams = z.object({ slug: assessmentSlug, id });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const cellPath = '/assessments/{slug}/score-sheets/{unit}/scores/{indicator}';

export function evidenceRoutes(deps: Dependencies) {
  const router = createRouter();
  // Before the form is read: reading one that nobody may send would be work for a stranger.
  router.post(
    '/assessments/:slug/score-sheets/:unit/scores/:indicator/evidence/files',
    requireAccess(['evaluator']),
    requireForm,
    limitUpload,
  );
  return router
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: `${cellPath}/evidence/links`,
        tags,
        summary: 'Add a link as evidence',
        request: { params: cellParams, body: jsonBody(newLinkEvidence) },
        responses: {
          201: jsonAnswer(evidence, 'The evidence.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const place = await scorePlace(deps.db, actorOf(c), { ...c.req.valid('param'), ...context });
        const args = { ...context, place, link: c.req.valid('json') };
        return c.json(await addLink(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: `${cellPath}/evidence/files`,
        tags,
        summary: 'Add a file as evidence: PNG, JPEG, WebP, PDF, DOCX or XLSX of 20 MB at the most',
        request: {
          params: cellParams,
          body: { content: { 'multipart/form-data': { schema: fileForm } }, required: true },
        },
        responses: {
          201: jsonAnswer(evidence, 'The evidence.'),
          ...refusals,
          409: problemAnswer,
          413: problemAnswer,
          415: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const place = await scorePlace(deps.db, actorOf(c), { ...c.req.valid('param'), ...context });
        const sent = await receivedFile(c.req.valid('form'));
        return c.json(await addFile(deps, actorOf(c), { ...context, place, ...sent }), 201);
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: `${cellPath}/evidence/copies`,
        tags,
        summary:
          'Use evidence that the unit has elsewhere for this score too, the proof of its claim for example',
        request: { params: cellParams, body: jsonBody(evidenceCopy) },
        responses: {
          201: jsonAnswer(evidence, 'The evidence; what was there already where it is the same.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const params = c.req.valid('param');
        const place = await scorePlace(deps.db, actorOf(c), { ...params, ...context });
        const { evidenceId } = c.req.valid('json');
        const args = { ...context, slug: params.slug, id: evidenceId, place };
        return c.json(await copyEvidence(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['evaluator', 'liaison'], {
        method: 'delete',
        path: '/assessments/{slug}/evidence/{id}',
        tags,
        summary: 'Take evidence off',
        request: { params: evidenceParams },
        responses: { 204: { description: 'Done.' }, ...refusals, 409: problemAnswer },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        await removeEvidence(deps, actorOf(c), { ...c.req.valid('param'), ...context });
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute(['evaluator', 'organiser', 'reviewer', 'liaison'], {
        method: 'get',
        path: '/assessments/{slug}/evidence/{id}/file',
        tags,
        summary: 'The file of a piece of evidence',
        request: { params: evidenceParams, query: z.object({ inline: z.enum(['1']).optional() }) },
        responses: {
          200: {
            content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
            description: 'The bytes, with the type that they were recognised as.',
          },
          ...refusals,
        },
      }),
      async (c) => {
        const file = await downloadFile(deps, actorOf(c), c.req.valid('param'));
        const inline = c.req.valid('query').inline === '1' && mayShowInline(file.mediaType);
        return c.body(file.body, 200, {
          'content-type': file.mediaType,
          'content-length': String(file.size),
          'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', file.filename),
          'cache-control': 'private, no-store',
        });
      },
    );
}
