import { assessmentSlug, auditPage, auditVerification } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { auditFilter } from './audit-filter.ts';
import * as audit from './read-audit.ts';

const tags = ['audit'];
const params = z.object({ slug: assessmentSlug });
const query = auditFilter.extend({
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function auditRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/audit',
        tags,
        summary: 'What happened in an assessment, newest first',
        request: { params, query },
        responses: {
          200: jsonAnswer(auditPage, 'A page of the log.'),
          403: problemAnswer,
          404: problemAnswer,
        },
      }),
      async (c) => {
        const { before = null, limit, ...filter } = c.req.valid('query');
        const wanted = { slug: c.req.valid('param').slug, before, limit, filter };
        return c.json(await audit.readAssessmentAudit(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/audit',
        tags,
        summary: 'What happened outside the assessments, newest first',
        request: { query },
        responses: { 200: jsonAnswer(auditPage, 'A page of the log.'), 403: problemAnswer },
      }),
      async (c) => {
        const { before = null, limit, ...filter } = c.req.valid('query');
        return c.json(await audit.readPlatformAudit(deps, actorOf(c), { before, limit, filter }), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/audit/verification',
        tags,
        summary: 'Recompute the chain of the log',
        request: { params },
        responses: {
          200: jsonAnswer(auditVerification, 'Where the chain breaks, if it does.'),
          403: problemAnswer,
          404: problemAnswer,
        },
      }),
      async (c) => c.json(await audit.verifyAssessmentAudit(deps, actorOf(c), c.req.valid('param')), 200),
    );
}
