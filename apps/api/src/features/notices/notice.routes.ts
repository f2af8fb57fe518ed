import { assessmentSlug, code, noticeFormat, type NoticeFormat } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { contentDisposition } from '../evidence/filename.ts';
import { gatherNotice, gatherNotices } from './gather-notices.ts';
import { noticeZip } from './notice-zip.ts';

const tags = ['notices'];
const query = z.object({ format: noticeFormat.default('docx') });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer, 409: problemAnswer };

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<NoticeFormat, string>;

const fileAnswer = (description: string) => ({
  content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
  description,
});

export function noticeRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser', 'liaison'], {
        method: 'get',
        path: '/assessments/{slug}/notices/{unit}',
        tags,
        summary: "A unit's notice of deductions as a document",
        request: { params: z.object({ slug: assessmentSlug, unit: code }), query },
        responses: { 200: fileAnswer('The document.'), ...refusals },
      }),
      async (c) => {
        const { format } = c.req.valid('query');
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        const { name, notice } = await gatherNotice(deps, actorOf(c), wanted);
        const bytes = await deps.press.print({ kind: 'notice', notice }, format);
        return c.body(bytes, 200, {
          'content-type': mediaTypes[format],
          'content-length': String(bytes.byteLength),
          'content-disposition': contentDisposition('attachment', `${name}.${format}`),
          'cache-control': 'private, no-store',
        });
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/notices',
        tags,
        summary: 'The notices of all units in a zip, sent as they are made; `x-files` says how many they are',
        request: { params: z.object({ slug: assessmentSlug }), query },
        responses: { 200: fileAnswer('The zip.'), ...refusals },
      }),
      async (c) => {
        const { format } = c.req.valid('query');
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        const { title, notices } = await gatherNotices(deps, actorOf(c), wanted);
        return c.body(noticeZip(deps.press, notices, format), 200, {
          'content-type': 'application/zip',
          'content-disposition': contentDisposition('attachment', `${title}-${format}.zip`),
          'x-files': String(notices.length),
          // Packed once already; packing again would hold back what is finished.
          'content-encoding': 'identity',
          'cache-control': 'private, no-store',
        });
      },
    );
}
