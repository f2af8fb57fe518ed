import {
  acceptanceCount,
  acceptanceWithdrawal,
  assessmentSlug,
  checkQuery,
  checkReport,
  findingAcceptance,
  linkCheck,
  linkCheckAnswer,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { acceptFindings, withdrawAcceptances } from './change-acceptances.ts';
import { checkLinks } from './check-links.ts';
import { listFindings } from './list-findings.ts';

const tags = ['checks'];
const params = z.object({ slug: assessmentSlug });
const refusals = { 403: problemAnswer, 404: problemAnswer, 422: problemAnswer };

export function checkRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/checks',
        tags,
        summary: 'What the standing checks find, check by check',
        request: { params, query: checkQuery },
        responses: { 200: jsonAnswer(checkReport, 'The first findings of each check.'), ...refusals },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await listFindings(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/checks/acceptances',
        tags,
        summary: 'Let findings stand, with a reason',
        request: { params, body: jsonBody(findingAcceptance) },
        responses: {
          200: jsonAnswer(acceptanceCount, 'How many were open before.'),
          ...refusals,
          409: problemAnswer,
        },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), requestId: c.get('requestId') };
        return c.json({ changed: await acceptFindings(deps, actorOf(c), args) }, 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/checks/acceptances/withdrawal',
        tags,
        summary: 'Open findings again that were let stand',
        request: { params, body: jsonBody(acceptanceWithdrawal) },
        responses: { 200: jsonAnswer(acceptanceCount, 'How many are open again.'), ...refusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), requestId: c.get('requestId') };
        return c.json({ changed: await withdrawAcceptances(deps, actorOf(c), args) }, 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/checks/links',
        tags,
        summary: 'Look at some of the links of the evidence',
        request: { params, body: jsonBody(linkCheck) },
        responses: {
          200: jsonAnswer(linkCheckAnswer, 'How many were looked at, and are left.'),
          ...refusals,
        },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), requestId: c.get('requestId') };
        return c.json(await checkLinks(deps, actorOf(c), args), 200);
      },
    );
}
