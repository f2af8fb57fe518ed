import { appraisalList, assessmentSlug } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { readAppraisal } from './appraise-units.ts';

const params = z.object({ slug: assessmentSlug });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function appraisalRoutes(deps: Dependencies) {
  return createRouter().openapi(
    defineRoute(['organiser', 'leader'], {
      method: 'get',
      path: '/assessments/{slug}/appraisal',
      tags: ['surveys'],
      summary: 'The social appraisal as it stands, unit by unit',
      request: { params },
      responses: { 200: jsonAnswer(appraisalList, 'The appraisals by unit code.'), ...hidden },
    }),
    async (c) => c.json(await readAppraisal(deps, actorOf(c), c.req.valid('param').slug), 200),
  );
}
