import { assessmentSlug, surveyReceipt, surveySubmission } from '@gongping/contracts';
import { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { submitResponse } from './submit-response.ts';

const idempotency = z.object({
  /** The same key with the same body answers the same receipt, never a second response. */
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional(),
});

export function responseRoutes(deps: Dependencies) {
  return createRouter().openapi(
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
