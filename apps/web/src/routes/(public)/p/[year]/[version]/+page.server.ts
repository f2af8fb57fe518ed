import { answer } from '#lib/api/answer.ts';
import { loadPublication } from '#lib/publication/load-publication.ts';
import { showsTable } from '#lib/results/view-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { year, version } = params;
  const param = { year, version };
  const api = locals.api.publications[':year'][':version'];
  const { signal } = request;
  const [publication, robustness] = await Promise.all([
    loadPublication(locals.api, param),
    showsTable(url.searchParams)
      ? answer(api.robustness.$get({ param, query: {} }, { init: { signal } })).catch(() => {
          locals.passing = true;
          return null;
        })
      : null,
  ]);
  return {
    publication,
    /** The ranking stands without it. */
    robustness,
    /** As asked for: `latest` stays `latest`, so that links keep following the newest version. */
    version,
  };
};
