import { reportFormat, type ReportFormat } from '@gongping/contracts';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { cachingHeaders, fileHeaders, isFresh } from '../publications/file-response.ts';
import { publicationParams, wantedOf } from '../publications/publication.params.ts';
import { findPublication } from '../publications/publication.service.ts';
import { readReport } from './assessment-report.service.ts';

const unitParams = publicationParams.extend({ unit: z.string().min(1).max(32) });
const names = { docx: 'a Word document', pdf: 'a PDF' } as const;

/** An address for each file, so that it is called what it is: no client is typed from these. */
export function assessmentReportRoutes(deps: Dependencies) {
  const router = createRouter();
  for (const format of reportFormat.options) {
    router.openapi(
      defineRoute('public', {
        ...described(`The overall report of the assessment as ${names[format]}`),
        path: `/publications/{year}/{version}/report.${format}`,
        request: { params: publicationParams },
      }),
      (c) => answer(c, { params: c.req.valid('param'), unit: null, format }),
    );
    router.openapi(
      defineRoute('public', {
        ...described(`The report of one unit as ${names[format]}`),
        path: `/publications/{year}/{version}/units/{unit}/report.${format}`,
        request: { params: unitParams },
      }),
      (c) => {
        const params = c.req.valid('param');
        return answer(c, { params, unit: params.unit, format });
      },
    );
  }
  return router;

  async function answer(
    c: Context<Environment>,
    {
      params,
      ...of
    }: { params: z.infer<typeof publicationParams>; unit: string | null; format: ReportFormat },
  ) {
    const wanted = wantedOf(params);
    const { sha256 } = await findPublication(deps, wanted);
    const caching = { sha256, numbered: params.version !== 'latest' };
    if (isFresh(c.req.header('if-none-match'), sha256)) return c.body(null, 304, cachingHeaders(caching));
    const { file } = await readReport(deps, { ...wanted, ...of, language: c.get('language') });
    return c.body(file.bytes, 200, fileHeaders(file, caching));
  }
}

function described(summary: string) {
  return {
    method: 'get' as const,
    tags: ['assessment-reports'],
    summary,
    responses: {
      200: {
        content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
        description: 'The document.',
      },
      304: { description: 'Not changed.' },
      404: problemAnswer,
      422: problemAnswer,
      429: problemAnswer,
    },
  };
}
