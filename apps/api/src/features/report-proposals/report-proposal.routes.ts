import {
  assessmentSlug,
  code,
  evidence,
  indicatorReportProposals,
  reportEvidence,
  reportProposals,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { attachReport } from './attach-report.ts';
import { readIndicatorProposals, readProposals } from './read-proposals.ts';

const tags = ['score-sheets'];
const unitParams = z.object({ slug: assessmentSlug, unit: code });
const leafParams = z.object({ slug: assessmentSlug, indicator: code });
const cellParams = unitParams.extend({ indicator: code });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function reportProposalRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['evaluator', 'organiser', 'reviewer'], {
        method: 'get',
        path: '/assessments/{slug}/score-sheets/{unit}/report-proposals',
        tags,
        summary: 'What the annual report that the unit filed proposes for its scores',
        request: { params: unitParams },
        responses: { 200: jsonAnswer(reportProposals, 'By leaf; nothing is scored by it.'), ...refusals },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        return c.json(await readProposals(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['evaluator', 'organiser', 'reviewer'], {
        method: 'get',
        path: '/assessments/{slug}/indicator-sheets/{indicator}/report-proposals',
        tags,
        summary: 'What the annual reports of all units propose for one leaf',
        request: { params: leafParams },
        responses: {
          200: jsonAnswer(indicatorReportProposals, 'By unit; nothing is scored by it.'),
          ...refusals,
        },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        return c.json(await readIndicatorProposals(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: '/assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/report',
        tags,
        summary: 'Use the annual report that the unit filed as evidence of a score',
        request: { params: cellParams, body: jsonBody(reportEvidence) },
        responses: {
          201: jsonAnswer(evidence, 'The evidence; what was there already where it is the same.'),
          ...refusals,
          409: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...context };
        return c.json(await attachReport(deps, actorOf(c), args), 201);
      },
    );
}
