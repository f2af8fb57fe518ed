import {
  assessmentSlug,
  surveyPage,
  surveyPageRequest,
  surveyReceipt,
  surveySubmission,
} from '@gongping/contracts';
import { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { givePage } from './give-page.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { submitResponse } from './submit-response.ts';

const idempotency = z.object({
  /** The same key with the same body answers the same receipt, never a second response. */
  'idempotency-key': idempotencyKey.optional(),
});

const pageRoute = defineRoute('public', {
  method: 'post',
  path: '/public/surveys/{slug}/pages',
  tags: ['surveys'],
  summary: 'What a page of a survey is given with: stamp and proof of work',
  request: { params: z.object({ slug: assessmentSlug }), body: jsonBody(surveyPageRequest) },
  responses: {
    200: jsonAnswer(surveyPage, 'For one page.'),
    403: problemAnswer,
    404: problemAnswer,
    422: problemAnswer,
    429: problemAnswer,
  },
});

export function responseRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(pageRoute, async (c) => {
      const page = await givePage(deps, {
        slug: c.req.valid('param').slug,
        credentials: c.req.valid('json'),
        address: c.get('address'),
      });
      c.header('cache-control', 'no-store');
      return c.json(page, 200);
    })
    .openapi(
      defineRoute('public', {
        method: 'post',
        path: '/public/surveys/{slug}/responses',
        tags: ['surveys'],
        summary: 'Answer a survey about one unit',
        request: {
          params: z.object({ slug: assessmentSlug }),
          headers: idempotency,
          body: jsonBody(surveySubmission),
        },
        responses: {
          200: jsonAnswer(surveyReceipt, 'Stored earlier under the same idempotency key.'),
          201: jsonAnswer(surveyReceipt, 'Stored.'),
          403: problemAnswer,
          404: problemAnswer,
          409: problemAnswer,
          422: problemAnswer,
          429: problemAnswer,
        },
      }),
      async (c) => {
        const { receipt, created } = await submitResponse(deps, {
          slug: c.req.valid('param').slug,
          body: c.req.valid('json'),
          idempotencyKey: c.req.valid('header')['idempotency-key'] ?? null,
          address: c.get('address'),
          userAgent: c.req.header('user-agent') ?? '',
          language: c.get('language'),
        });
        return created ? c.json(receipt, 201) : c.json(receipt, 200);
      },
    );
}
