import { reportPassage } from '@gongping/contracts';
import { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { fileHeaders } from '../publications/file-response.ts';
import { publicationParams, wantedOf } from '../publications/publication.params.ts';
import * as service from './annual-report.service.ts';

const tags = ['annual-reports'];

export function annualReportRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/{year}/{version}/report-passage',
        tags,
        summary: 'The passage for section 一 监督保障 of the annual report',
        request: { params: publicationParams },
        responses: { 200: jsonAnswer(reportPassage, 'The passage.'), 404: problemAnswer },
      }),
      async (c) => c.json(await service.readReportPassage(deps, wantedOf(c.req.valid('param'))), 200),
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/{year}/{version}/report-passage.docx',
        tags,
        summary: 'The passage as a Word document',
        request: { params: publicationParams },
        responses: {
          200: {
            content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
            description: 'The document.',
          },
          404: problemAnswer,
        },
      }),
      async (c) => {
        const params = c.req.valid('param');
        const { file, sha256 } = await service.readReportDocument(deps, wantedOf(params));
        const caching = { sha256, numbered: params.version !== 'latest' };
        return c.body(file.bytes, 200, fileHeaders(file, caching));
      },
    );
}
