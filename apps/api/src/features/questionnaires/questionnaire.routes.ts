import {
  assessmentSlug,
  importedQuestionnaire,
  questionnaireDraftChange,
  questionnaireDraftOrder,
  questionnaireView,
} from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorOf, requireAccess } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import type { Environment } from '../../http/environment.ts';
import { createRouter } from '../../http/router.ts';
import { discardDraft, resetDraft, saveDraft } from './change-draft.ts';
import {
  createQuestionnaireReader,
  downloadQuestionnaire,
  uploadQuestionnaire,
} from './exchange-questionnaire.ts';
import { readView } from './questionnaire-view.ts';
import { useDraft } from './use-questionnaire.ts';

const tags = ['surveys'];
const params = z.object({ slug: assessmentSlug });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const changed = {
  200: jsonAnswer(questionnaireView, 'The questionnaire and its draft as they are now.'),
  409: problemAnswer,
  422: problemAnswer,
  ...hidden,
};
const base = '/assessments/{slug}/survey/questionnaire';
const order = { params, body: jsonBody(questionnaireDraftOrder) };

const uploadForm = z.object({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
  expectedRevision: z.coerce.number().int().min(0),
});
const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;
const download = {
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
  description: 'The draft, or the questionnaire in use where there is none.',
} as const;

export function questionnaireRoutes(deps: Dependencies) {
  const router = createRouter();
  const uploads = createQuestionnaireReader();
  // Before the form is read: reading one that nobody may send would be work for a stranger.
  router.post(`${base.replace('{slug}', ':slug')}/imports`, requireAccess(['organiser']));
  return router
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: base,
        tags,
        summary: 'The questionnaire of a survey, its draft and what is wrong with it',
        request: { params },
        responses: { 200: jsonAnswer(questionnaireView, 'The questionnaire.'), ...hidden },
      }),
      async (c) => {
        const { slug } = c.req.valid('param');
        return c.json(await readView(deps, actorOf(c), { slug, language: c.get('language') }), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: `${base}/draft`,
        tags,
        summary: 'Keep a draft of the questionnaire, right or not',
        request: { params, body: jsonBody(questionnaireDraftChange) },
        responses: changed,
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, ...c.req.valid('json'), ...contextOf(c) };
        return c.json(await saveDraft(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: `${base}/use`,
        tags,
        summary: 'Put the draft into use; one that was answered is kept as a version',
        request: order,
        responses: changed,
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, ...c.req.valid('json'), ...contextOf(c) };
        return c.json(await useDraft(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: `${base}/discard`,
        tags,
        summary: 'Throw the draft away',
        request: order,
        responses: changed,
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, ...c.req.valid('json'), ...contextOf(c) };
        return c.json(await discardDraft(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: `${base}/template`,
        tags,
        summary: "A draft that begins as the notice's questionnaire",
        request: order,
        responses: changed,
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, ...c.req.valid('json'), ...contextOf(c) };
        return c.json(await resetDraft(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: `${base}/imports`,
        tags,
        summary: 'Import a file as the draft: JSON, XLSX, XLSForm or LimeSurvey',
        request: {
          params,
          body: { content: { 'multipart/form-data': { schema: uploadForm } }, required: true },
        },
        responses: {
          200: jsonAnswer(importedQuestionnaire, 'The draft, and what could not be carried over.'),
          409: problemAnswer,
          413: problemAnswer,
          415: problemAnswer,
          422: problemAnswer,
          429: problemAnswer,
          ...hidden,
        },
      }),
      async (c) => {
        const { file, expectedRevision } = c.req.valid('form');
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { slug } = c.req.valid('param');
        const args = { slug, expectedRevision, file: { name: file.name, bytes }, ...contextOf(c) };
        return c.json(await uploadQuestionnaire({ ...deps, uploads }, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: `${base}/file.json`,
        tags,
        summary: 'The draft, or the questionnaire in use, as JSON',
        request: { params },
        responses: { 200: download, ...hidden },
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, as: 'json' } as const;
        const { bytes, filename } = await downloadQuestionnaire(deps, actorOf(c), args);
        return c.body(bytes, 200, headersOf(mediaTypes.json, filename));
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: `${base}/file.xlsx`,
        tags,
        summary: 'The draft, or the questionnaire in use, as a workbook',
        request: { params },
        responses: { 200: download, ...hidden },
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, as: 'xlsx' } as const;
        const { bytes, filename } = await downloadQuestionnaire(deps, actorOf(c), args);
        return c.body(bytes, 200, headersOf(mediaTypes.xlsx, filename));
      },
    );
}

function contextOf(c: Context<Environment>) {
  return { language: c.get('language'), requestId: c.get('requestId') };
}

/** A slug has neither quotes nor letters beyond ASCII. */
function headersOf(type: string, filename: string) {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${filename}"`,
    'cache-control': 'private, no-store',
  };
}
