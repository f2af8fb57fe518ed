import { cityReportYear } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { contentDisposition } from '../evidence/filename.ts';
import { cachingHeaders, fileHeaders, isFresh } from '../publications/file-response.ts';
import { cityReportFormats } from './city-report-file.ts';
import { publishedReportParams, wantedOf } from './published-report.params.ts';
import { draftFile, findPublishedReport, readReportFile, sealedFile } from './published-report.ts';

const tags = ['annual-reports'];
const fileAnswer = {
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
  description: 'The file.',
} as const;
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const published = {
  200: fileAnswer,
  304: { description: 'Not changed.' },
  404: problemAnswer,
};

/** An address for each file, so that it is called what it is: no client is typed from these. */
export function cityReportFileRoutes(deps: Dependencies) {
  const router = createRouter();
  for (const format of cityReportFormats) {
    const draft = defineRoute(['organiser'], {
      method: 'get',
      path: `/city-reports/{year}/draft.${format}`,
      tags,
      summary: 'The draft as a file, marked as one',
      request: { params: z.object({ year: cityReportYear }) },
      responses: { 200: fileAnswer, ...hidden },
    });
    router.openapi(draft, async (c) => {
      const { year } = c.req.valid('param');
      const file = await draftFile(deps, actorOf(c), { year, format });
      return c.body(file.bytes, 200, {
        'content-type': file.mediaType,
        'content-disposition': contentDisposition('attachment', file.filename),
        'cache-control': 'private, no-store',
      });
    });
  }
  for (const format of [...cityReportFormats, 'sealed'] as const) {
    const name = format === 'sealed' ? 'sealed.json' : `report.${format}`;
    const route = defineRoute('public', {
      method: 'get',
      path: `/annual-reports/{year}/{version}/${name}`,
      tags,
      summary: summaries[format],
      request: { params: publishedReportParams },
      responses: published,
    });
    router.openapi(route, async (c) => {
      const params = c.req.valid('param');
      const found = await findPublishedReport(deps, wantedOf(params));
      const caching = { sha256: found.sha256, numbered: params.version !== 'latest' };
      if (isFresh(c.req.header('if-none-match'), found.sha256)) {
        return c.body(null, 304, cachingHeaders(caching));
      }
      const file = format === 'sealed' ? sealedFile(found) : await readReportFile(deps.press, found, format);
      return c.body(file.bytes, 200, fileHeaders(file, caching));
    });
  }
  return router;
}

const summaries = {
  html: 'A published annual report as a page of its own',
  docx: 'A published annual report as a Word document',
  pdf: 'A published annual report as a PDF',
  xlsx: "A published annual report's tables and texts as a workbook",
  json: 'A published annual report in the format of `gongping check-report`',
  sealed: 'What a published report is drawn from, byte for byte what its SHA-256 is of',
} as const;
