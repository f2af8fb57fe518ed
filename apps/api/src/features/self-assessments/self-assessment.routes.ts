import {
  assessmentSlug,
  claimList,
  claimProgress,
  claimReopen,
  claimsBeside,
  claimSheet,
  claimSubmit,
  code,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { claimsOfIndicator, claimsOfUnit } from './compare-claims.ts';
import { listClaimProgress } from './list-claims.ts';
import { readClaimSheet } from './read-claim-sheet.ts';
import { reopenClaims } from './reopen-claims.ts';
import { submitClaims, withdrawClaims } from './submit-claims.ts';

const tags = ['self-assessments'];
const ofRound = z.object({ slug: assessmentSlug });
const ofUnit = z.object({ slug: assessmentSlug, unit: code });
const readers = ['liaison', 'organiser', 'reviewer'] as const;
const comparers = ['evaluator', 'organiser', 'reviewer'] as const;
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const changeRefusals = { ...refusals, 409: problemAnswer, 422: problemAnswer };

export function selfAssessmentRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/self-assessments',
        tags,
        summary: 'How far units have come: a liaison its own, organisers and reviewers all',
        request: { params: ofRound },
        responses: { 200: jsonAnswer(claimList, 'By code.'), ...refusals },
      }),
      async (c) => c.json(await listClaimProgress(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: '/assessments/{slug}/self-assessments/{unit}',
        tags,
        summary: 'A unit’s self-assessment, leaf by leaf',
        request: { params: ofUnit },
        responses: { 200: jsonAnswer(claimSheet, 'The sheet.'), ...refusals },
      }),
      async (c) => c.json(await readClaimSheet(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'post',
        path: '/assessments/{slug}/self-assessments/{unit}/submission',
        tags,
        summary: 'Hand the self-assessment of one’s unit in',
        request: { params: ofUnit, body: jsonBody(claimSubmit) },
        responses: { 200: jsonAnswer(claimProgress, 'Where the unit stands.'), ...changeRefusals },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...context };
        return c.json(await submitClaims(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['liaison'], {
        method: 'delete',
        path: '/assessments/{slug}/self-assessments/{unit}/submission',
        tags,
        summary: 'Take the submission back, to change it',
        request: { params: ofUnit },
        responses: { 200: jsonAnswer(claimProgress, 'Where the unit stands.'), ...changeRefusals },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        return c.json(await withdrawClaims(deps, actorOf(c), { ...c.req.valid('param'), ...context }), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/self-assessments/{unit}/reopening',
        tags,
        summary: 'Open one unit’s self-assessment again, with a reason and perhaps more time',
        request: { params: ofUnit, body: jsonBody(claimReopen) },
        responses: { 200: jsonAnswer(claimProgress, 'Where the unit stands.'), ...changeRefusals },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), asked: c.req.valid('json'), ...context };
        return c.json(await reopenClaims(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(comparers, {
        method: 'get',
        path: '/assessments/{slug}/score-sheets/{unit}/claims',
        tags,
        summary: 'What the unit says of itself, beside the scores that I may look at',
        request: { params: ofUnit },
        responses: { 200: jsonAnswer(claimsBeside, 'The claims.'), ...refusals },
      }),
      async (c) => c.json(await claimsOfUnit(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(comparers, {
        method: 'get',
        path: '/assessments/{slug}/indicator-sheets/{indicator}/claims',
        tags,
        summary: 'What units say of themselves at a leaf, beside the scores that I may look at',
        request: { params: z.object({ slug: assessmentSlug, indicator: code }) },
        responses: { 200: jsonAnswer(claimsBeside, 'The claims.'), ...refusals },
      }),
      async (c) => c.json(await claimsOfIndicator(deps, actorOf(c), c.req.valid('param')), 200),
    );
}
