import { assessmentSlug } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { contentDisposition } from '../evidence/filename.ts';
import { auditFilter } from './audit-filter.ts';
import { auditFormats, type AuditFormat } from './export-audit.ts';
import { exportAssessmentAudit, exportPlatformAudit } from './hand-out-audit.ts';

const tags = ['audit'];
const params = z.object({ slug: assessmentSlug });
const file = {
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
  description: 'The log, oldest entry first, as it is read.',
} as const;

const mediaTypes: Record<AuditFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** An address for each form, so that a file is called what it is: no client is typed from these. */
export function auditExportRoutes(deps: Dependencies) {
  const router = createRouter();
  for (const format of auditFormats) {
    const ofAssessment = defineRoute(['organiser'], {
      method: 'get',
      path: `/assessments/{slug}/audit/export.${format}`,
      tags,
      summary: `What happened in an assessment, as a file (${format})`,
      request: { params, query: auditFilter },
      responses: { 200: file, 403: problemAnswer, 404: problemAnswer },
    });
    router.openapi(ofAssessment, async (c) => {
      const { slug } = c.req.valid('param');
      const wanted = { slug, format, filter: c.req.valid('query') };
      const body = await exportAssessmentAudit(deps, actorOf(c), wanted);
      return c.body(body, 200, headersOf(`audit-${slug}`, format));
    });
    const ofPlatform = defineRoute(['organiser'], {
      method: 'get',
      path: `/audit/export.${format}`,
      tags,
      summary: `What happened outside the assessments, as a file (${format})`,
      request: { query: auditFilter },
      responses: { 200: file, 403: problemAnswer },
    });
    router.openapi(ofPlatform, async (c) => {
      const body = exportPlatformAudit(deps, actorOf(c), { format, filter: c.req.valid('query') });
      return c.body(body, 200, headersOf('audit-platform', format));
    });
  }
  return router;
}

function headersOf(stem: string, format: AuditFormat): Record<string, string> {
  return {
    'content-type': mediaTypes[format],
    'content-disposition': contentDisposition('attachment', `${stem}.${format}`),
    'cache-control': 'private, no-store',
  };
}
