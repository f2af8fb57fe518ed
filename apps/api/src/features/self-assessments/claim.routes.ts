import {
  assessmentSlug,
  claim,
  code,
  evidence,
  evidenceCopy,
  newLinkEvidence,
  scoreWrite,
} from '@gongping/contracts';
import type { Context } from 'hono';
import { z } from 'zod';
import { actorOf, requireAccess } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { addFile, addLink } from '../evidence/add-evidence.ts';
import { copyEvidence } from '../evidence/copy-evidence.ts';
import { fileForm, receivedFile } from '../evidence/sent-file.ts';
import { limitUpload, requireForm } from '../evidence/upload-limit.ts';
import { claimPlace } from './claim-evidence.ts';
import { writeClaim } from './write-claim.ts';

const tags = ['self-assessments'];
const params = z.object({ slug: assessmentSlug, unit: code, indicator: code });
const cellPath = '/assessments/{slug}/self-assessments/{unit}/claims/{indicator}';
const refusals = {
  401: problemAnswer,
  403: problemAnswer,
  404: problemAnswer,
  409: problemAnswer,
  422: problemAnswer,
};

export function claimRoutes(deps: Dependencies) {
  const router = createRouter();
  // Before the form is read: reading one that nobody may send would be work for a stranger.
  router.post(
    '/assessments/:slug/self-assessments/:unit/claims/:indicator/evidence/files',
    requireAccess(['liaison']),
    requireForm,
    limitUpload,
  );
  const context = (c: Context<Environment>) => ({
    language: c.get('language'),
    requestId: c.get('requestId'),
  });
  const placeFor = (c: Context<Environment>, at: z.infer<typeof params>) =>
    claimPlace(deps.db, actorOf(c), { ...at, ...context(c), clock: deps.clock });
  return router
    .openapi(
      defineRoute(['liaison'], {
        method: 'put',
        path: cellPath,
        tags,
        summary: 'Write what one’s unit says of itself at a leaf',
        request: { params, body: jsonBody(scoreWrite) },
        responses: { 200: jsonAnswer(claim, 'The claim as it stands.'), ...refusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), write: c.req.valid('json'), ...context(c) };
        return c.json(await writeClaim(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: `${cellPath}/evidence/links`,
        tags,
        summary: 'Add a link as proof of a claim',
        request: { params, body: jsonBody(newLinkEvidence) },
        responses: { 201: jsonAnswer(evidence, 'The proof.'), ...refusals },
      }),
      async (c) => {
        const place = await placeFor(c, c.req.valid('param'));
        const args = { ...context(c), place, link: c.req.valid('json') };
        return c.json(await addLink(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: `${cellPath}/evidence/files`,
        tags,
        summary: 'Add a file as proof of a claim, as for a score',
        request: {
          params,
          body: { content: { 'multipart/form-data': { schema: fileForm } }, required: true },
        },
        responses: {
          201: jsonAnswer(evidence, 'The proof.'),
          ...refusals,
          413: problemAnswer,
          415: problemAnswer,
        },
      }),
      async (c) => {
        const place = await placeFor(c, c.req.valid('param'));
        const sent = await receivedFile(c.req.valid('form'));
        return c.json(await addFile(deps, actorOf(c), { ...context(c), place, ...sent }), 201);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: `${cellPath}/evidence/copies`,
        tags,
        summary: 'Use proof of another claim of the unit for this one too',
        request: { params, body: jsonBody(evidenceCopy) },
        responses: { 201: jsonAnswer(evidence, 'The proof.'), ...refusals },
      }),
      async (c) => {
        const { slug } = c.req.valid('param');
        const place = await placeFor(c, c.req.valid('param'));
        const { evidenceId } = c.req.valid('json');
        const args = { ...context(c), slug, id: evidenceId, place };
        return c.json(await copyEvidence(deps, actorOf(c), args), 201);
      },
    );
}
