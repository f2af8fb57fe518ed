import {
  agreementLimits,
  agreementReport,
  assessmentSlug,
  code,
  handIn,
  handInBoard,
  handInWithdrawal,
  ratingSheet,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { readAgreement } from './read-agreement.ts';
import { readHandInBoard } from './read-hand-in-board.ts';
import { readRatingSheet } from './read-rating-sheet.ts';
import { submitRatings } from './submit-ratings.ts';
import { withdrawRatings } from './withdraw-ratings.ts';

const tags = ['ratings'];
const round = z.object({ slug: assessmentSlug });
const params = z.object({ slug: assessmentSlug, unit: code });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const onWrite = { ...refusals, 409: problemAnswer, 422: problemAnswer };
const overseers = ['organiser', 'reviewer'] as const;

export function ratingRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['evaluator', 'organiser', 'reviewer'], {
        method: 'get',
        path: '/assessments/{slug}/score-sheets/{unit}/ratings',
        tags,
        summary: 'The two raters of a unit; what they gave once both have handed in',
        request: { params },
        responses: { 200: jsonAnswer(ratingSheet, 'As far as I may see it.'), ...refusals },
      }),
      async (c) => c.json(await readRatingSheet(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: '/assessments/{slug}/score-sheets/{unit}/hand-in',
        tags,
        summary: 'Hand in what I gave a unit, as one of two raters',
        request: { params, body: jsonBody(handIn) },
        responses: { 200: jsonAnswer(ratingSheet, 'Where it stands.'), ...onWrite },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), handIn: c.req.valid('json'), ...context };
        return c.json(await submitRatings(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/score-sheets/{unit}/hand-in/withdrawal',
        tags,
        summary: 'Give a family back to one of its raters',
        request: { params, body: jsonBody(handInWithdrawal) },
        responses: { 200: jsonAnswer(ratingSheet, 'Where it stands.'), ...onWrite },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), withdrawal: c.req.valid('json'), ...context };
        return c.json(await withdrawRatings(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(overseers, {
        method: 'get',
        path: '/assessments/{slug}/hand-ins',
        tags,
        summary: 'Who has handed in what',
        request: { params: round },
        responses: { 200: jsonAnswer(handInBoard, 'Units by families.'), ...refusals },
      }),
      async (c) => c.json(await readHandInBoard(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(overseers, {
        method: 'get',
        path: '/assessments/{slug}/agreement',
        tags,
        summary: 'How far raters agree, indicators that are unclear, and how lenient raters are',
        request: { params: round, query: agreementLimits },
        responses: { 200: jsonAnswer(agreementReport, 'The figures.'), ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), limits: c.req.valid('query') };
        return c.json(await readAgreement(deps, actorOf(c), args), 200);
      },
    );
}
