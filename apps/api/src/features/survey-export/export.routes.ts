import { assessmentSlug } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { contentDisposition } from '../evidence/filename.ts';
import { exportAnswers, exportDictionary } from './export-answers.ts';

const params = z.object({ slug: assessmentSlug });
const file = (description: string) =>
  ({
    200: {
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      description,
    },
    401: problemAnswer,
    403: problemAnswer,
    404: problemAnswer,
  }) as const;

/** An address for each file, so that it is called what it is: no client is typed from these. */
export function surveyExportRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/survey/answers.csv',
        tags: ['surveys'],
        summary: 'Every answer without what could tell who gave it (CSV)',
        request: { params },
        responses: file('A line an answer, in no order.'),
      }),
      async (c) => {
        const { slug } = c.req.valid('param');
        return c.body(await exportAnswers(deps, actorOf(c), slug), 200, headersOf(`survey-${slug}-answers`));
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/survey/answers-dictionary.csv',
        tags: ['surveys'],
        summary: 'What the columns and codes of the answers mean (CSV)',
        request: { params },
        responses: file('A line a column and a line an option.'),
      }),
      async (c) => {
        const { slug } = c.req.valid('param');
        const text = await exportDictionary(deps, actorOf(c), slug);
        return c.body(text, 200, headersOf(`survey-${slug}-dictionary`));
      },
    );
}

const headersOf = (stem: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8; header=present',
  'content-disposition': contentDisposition('attachment', `${stem}.csv`),
  'cache-control': 'private, no-store',
});
