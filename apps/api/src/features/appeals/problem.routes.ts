import {
  assessmentSlug,
  code,
  evidence,
  newLinkEvidence,
  problemList,
  problemLists,
  proofPurpose,
  rectificationAnswer,
  rectificationRequest,
} from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorOf, requireAccess } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { addFile, addLink } from '../evidence/add-evidence.ts';
import { fileForm, receivedFile } from '../evidence/sent-file.ts';
import { limitUpload, requireForm } from '../evidence/upload-limit.ts';
import { problemReaders } from './problem-access.ts';
import { listProblems, readProblems } from './read-problems.ts';
import { answerRectification, requestRectification } from './rectify.ts';
import { proofPlace } from './unit-evidence.ts';

const tags = ['appeals'];
const unitParams = z.object({ slug: assessmentSlug, unit: code });
const leafParams = unitParams.extend({ indicator: code });
const proofParams = leafParams.extend({ purpose: proofPurpose });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer, 409: problemAnswer };
const leafPath = '/assessments/{slug}/problems/{unit}/{indicator}';

const contextOf = (c: Context<Environment>) => ({
  language: c.get('language'),
  requestId: c.get('requestId'),
});

export function problemRoutes(deps: Dependencies) {
  const router = createRouter();
  // Before the form is read: reading one that nobody may send would be work for a stranger.
  router.post(
    '/assessments/:slug/problems/:unit/:indicator/:purpose/evidence/files',
    requireAccess(['liaison']),
    requireForm,
    limitUpload,
  );
  return router
    .openapi(
      defineRoute(problemReaders, {
        method: 'get',
        path: '/assessments/{slug}/problems',
        tags,
        summary: 'The units whose lists of problems I may read',
        request: { params: z.object({ slug: assessmentSlug }) },
        responses: { 200: jsonAnswer(problemLists, 'The lists, with counts.'), ...refusals },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), ...contextOf(c) };
        return c.json(await listProblems(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(problemReaders, {
        method: 'get',
        path: '/assessments/{slug}/problems/{unit}',
        tags,
        summary: "A unit's list of problems, from the feedback on",
        request: { params: unitParams },
        responses: { 200: jsonAnswer(problemList, 'The list.'), ...refusals },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), ...contextOf(c) };
        return c.json(await readProblems(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser', 'evaluator'], {
        method: 'put',
        path: `${leafPath}/rectification`,
        tags,
        summary: 'Ask a unit to put a deduction right',
        request: { params: leafParams, body: jsonBody(rectificationRequest) },
        responses: { 204: { description: 'Asked.' }, ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...contextOf(c), asked: c.req.valid('json') };
        await requestRectification(deps, actorOf(c), args);
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'put',
        path: `${leafPath}/rectification/answer`,
        tags,
        summary: 'Say what was put right',
        request: { params: leafParams, body: jsonBody(rectificationAnswer) },
        responses: { 204: { description: 'Answered.' }, ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...contextOf(c), answered: c.req.valid('json') };
        await answerRectification(deps, actorOf(c), args);
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: `${leafPath}/{purpose}/evidence/links`,
        tags,
        summary: 'Add a link as proof of an appeal or of what was put right',
        request: { params: proofParams, body: jsonBody(newLinkEvidence) },
        responses: { 201: jsonAnswer(evidence, 'The evidence.'), ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const context = contextOf(c);
        const at = { ...c.req.valid('param'), ...context, now: deps.clock() };
        const place = await proofPlace(deps.db, actorOf(c), at);
        const args = { ...context, place, link: c.req.valid('json') };
        return c.json(await addLink(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: `${leafPath}/{purpose}/evidence/files`,
        tags,
        summary: 'Add a file as proof: PNG, JPEG, WebP, PDF, DOCX or XLSX of 20 MB at the most',
        request: {
          params: proofParams,
          body: { content: { 'multipart/form-data': { schema: fileForm } }, required: true },
        },
        responses: {
          201: jsonAnswer(evidence, 'The evidence.'),
          ...refusals,
          413: problemAnswer,
          415: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = contextOf(c);
        const at = { ...c.req.valid('param'), ...context, now: deps.clock() };
        const place = await proofPlace(deps.db, actorOf(c), at);
        const sent = await receivedFile(c.req.valid('form'));
        return c.json(await addFile(deps, actorOf(c), { ...context, place, ...sent }), 201);
      },
    );
}
