import { assessmentSlug, id, newReportArchive, reportArchive, reportArchiveList } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { contentDisposition } from '../evidence/filename.ts';
import { exportName } from '../publications/open-data.ts';
import { publicationParams } from '../publications/publication.params.ts';
import { archiveZip } from './archive-zip.ts';
import * as service from './archive.service.ts';

const tags = ['assessment-reports'];
const path = '/assessments/{slug}/publications/{version}/report-archives';
const params = z.object({ slug: assessmentSlug, version: publicationParams.shape.version });
const archiveParams = params.extend({ id });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

const wantedOf = ({ slug, version }: z.infer<typeof params>): service.WantedArchives => ({
  slug,
  version: version === 'latest' ? null : Number(version),
});

export function reportArchiveRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path,
        tags,
        summary: 'All reports of a publication in a zip: the last one of each format, and how far it is',
        request: { params },
        responses: { 200: jsonAnswer(reportArchiveList, 'Those that were begun.'), ...refusals },
      }),
      async (c) => {
        const archives = await service.listReportArchives(deps, actorOf(c), wantedOf(c.req.valid('param')));
        return c.json({ archives }, 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path,
        tags,
        summary: 'Begin to make all reports; those that are being made, or have been, are answered instead',
        request: { params, body: jsonBody(newReportArchive) },
        responses: { 202: jsonAnswer(reportArchive, 'How far it is.'), ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const wanted = { ...wantedOf(c.req.valid('param')), ...c.req.valid('json') };
        return c.json(await service.beginReportArchive(deps, actorOf(c), wanted), 202);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'End the making; the next one begins anew',
        request: { params: archiveParams },
        responses: { 200: jsonAnswer(reportArchive, 'What became of it.'), ...refusals },
      }),
      async (c) => {
        const { id: archiveId, ...of } = c.req.valid('param');
        const wanted = { ...wantedOf(of), id: archiveId };
        return c.json(await service.cancelReportArchive(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: `${path}/{id}/reports.zip`,
        tags,
        summary: 'All reports in a zip, once they are made; `x-files` says how many they are',
        request: { params: archiveParams },
        responses: {
          200: {
            content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
            description: 'The zip.',
          },
          ...refusals,
          409: problemAnswer,
        },
      }),
      async (c) => {
        const { id: archiveId, ...of } = c.req.valid('param');
        const found = await service.finishedParts(deps, actorOf(c), { ...wantedOf(of), id: archiveId });
        const { publication, format, parts } = found;
        const name = exportName(publication.snapshot, `评估报告-${format}`, 'zip');
        return c.body(archiveZip(deps.db, parts), 200, {
          'content-type': 'application/zip',
          'content-disposition': contentDisposition('attachment', name),
          'x-files': String(parts.length),
          // Packed once already.
          'content-encoding': 'identity',
          'cache-control': 'private, no-store',
        });
      },
    );
}
