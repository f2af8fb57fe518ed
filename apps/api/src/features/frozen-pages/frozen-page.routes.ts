import {
  assessmentSlug,
  code,
  evidence,
  frozenPage,
  id,
  newPageEvidence,
  pageCheck,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { scorePlace } from '../evidence/score-evidence.ts';
import { claimPlace } from '../self-assessments/claim-evidence.ts';
import { checkPage } from './check-page.ts';
import { freezePage } from './freeze-page.ts';
import { readPage } from './read-page.ts';

const tags = ['evidence'];
const readers = ['evaluator', 'organiser', 'reviewer', 'liaison'] as const;
const cellParams = z.object({ slug: assessmentSlug, unit: code, indicator: code });
const pageParams = z.object({ slug: assessmentSlug, id });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function frozenPageRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: '/assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/pages',
        tags,
        summary: 'Fetch a public page and keep it as evidence: 5 MB and 15 seconds at the most',
        request: {
          params: cellParams,
          body: jsonBody(newPageEvidence),
        },
        responses: {
          201: jsonAnswer(evidence, 'The evidence.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
          429: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const place = await scorePlace(deps.db, actorOf(c), { ...c.req.valid('param'), ...context });
        const args = { ...context, place, page: c.req.valid('json') };
        return c.json(await freezePage(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: '/assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/pages',
        tags,
        summary: 'Fetch a public page and keep it as proof of a claim, as for a score',
        request: { params: cellParams, body: jsonBody(newPageEvidence) },
        responses: {
          201: jsonAnswer(evidence, 'The proof.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
          429: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const at = { ...c.req.valid('param'), ...context, clock: deps.clock };
        const place = await claimPlace(deps.db, actorOf(c), at);
        const args = { ...context, place, page: c.req.valid('json') };
        return c.json(await freezePage(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/evidence/{id}/page',
        tags,
        summary: 'A page that was kept as evidence, as text',
        request: { params: pageParams },
        responses: { 200: jsonAnswer(frozenPage, 'The page.'), ...refusals },
      }),
      async (c) => c.json(await readPage(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'post',
        path: '/assessments/{slug}/evidence/{id}/page/check',
        tags,
        summary: 'Look whether the live page is still the one that was kept',
        request: { params: pageParams },
        responses: { 200: jsonAnswer(pageCheck, 'What was found.'), ...refusals, 429: problemAnswer },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), requestId: c.get('requestId') };
        return c.json(await checkPage(deps, actorOf(c), args), 200);
      },
    );
}
