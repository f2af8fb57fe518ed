import {
  assessmentSlug,
  heldDecided,
  heldDecision,
  heldList,
  heldQuery,
  heldUndone,
  id,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { decideHeld } from './decide-held.ts';
import { listHeld } from './list-held.ts';
import { undoDecision } from './undo-decision.ts';

const tags = ['surveys'];
const params = z.object({ slug: assessmentSlug });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function heldRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/survey/held',
        tags,
        summary: 'Answers that are held, or were, newest first',
        request: { params, query: heldQuery },
        responses: { 200: jsonAnswer(heldList, 'Fifty at a time.'), 422: problemAnswer, ...hidden },
      }),
      async (c) => {
        const args = { slug: c.req.valid('param').slug, query: c.req.valid('query') };
        return c.json(await listHeld(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/held/decisions',
        tags,
        summary: 'Let answers count that were held, or refuse them',
        request: { params, body: jsonBody(heldDecision) },
        responses: {
          200: jsonAnswer(heldDecided, 'How many answers have another state now.'),
          409: problemAnswer,
          422: problemAnswer,
          ...hidden,
        },
      }),
      async (c) => {
        const args = {
          slug: c.req.valid('param').slug,
          decision: c.req.valid('json'),
          language: c.get('language'),
          requestId: c.get('requestId'),
        };
        return c.json(await decideHeld(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/held/decisions/{id}/undo',
        tags,
        summary: 'Give answers back the state that they had before a decision',
        request: { params: params.extend({ id }) },
        responses: {
          200: jsonAnswer(heldUndone, 'How many answers have another state now.'),
          409: problemAnswer,
          422: problemAnswer,
          ...hidden,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...context };
        return c.json(await undoDecision(deps, actorOf(c), args), 200);
      },
    );
}
