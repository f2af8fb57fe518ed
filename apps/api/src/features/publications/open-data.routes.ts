import { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { cachingHeaders, fileHeaders, isFresh } from './file-response.ts';
import { openDataFile, openDataNames, type OpenDataName } from './open-data.ts';
import { publicationParams, wantedOf } from './publication.params.ts';
import { findPublication } from './publication.service.ts';

const summaries: Record<OpenDataName, string> = {
  'results.csv': 'Open data: every score and rank, unit by unit and node by node',
  'results.json': 'Open data: the same with the method',
  'scores.csv': 'Open data: the marks of every leaf',
  'social.csv': 'Open data: the scores of the social appraisal',
  'comments.csv': 'Open data: words of the public as they were confirmed',
  'totals.csv': 'Open data: how the total of each unit came about',
  'dictionary.csv': 'Open data: what every column of the tables means',
  'snapshot.json':
    'Open data: the sealed snapshot in canonical JSON, whose SHA-256 is the hash of the publication',
  'bundle.zip': 'Open data: a package that recomputes to the published numbers',
  'publication.zip': 'Open data: everything, sealed, as a package that `gongping verify` checks',
};

/** An address for each file, so that it is called what it is: no client is typed from these. */
export function openDataRoutes(deps: Dependencies) {
  const router = createRouter();
  for (const name of openDataNames) {
    const route = defineRoute('public', {
      method: 'get',
      path: `/publications/{year}/{version}/${name}`,
      tags: ['publications'],
      summary: summaries[name],
      request: { params: publicationParams },
      responses: {
        200: {
          content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
          description: 'The file.',
        },
        304: { description: 'Not changed.' },
        404: problemAnswer,
      },
    });
    router.openapi(route, async (c) => {
      const params = c.req.valid('param');
      const publication = await findPublication(deps, wantedOf(params));
      const { sha256 } = publication;
      const caching = { sha256, numbered: params.version !== 'latest' };
      if (isFresh(c.req.header('if-none-match'), sha256)) return c.body(null, 304, cachingHeaders(caching));
      const file = await openDataFile(deps.db, publication, name);
      return c.body(file.bytes, 200, fileHeaders(file, caching));
    });
  }
  return router;
}
