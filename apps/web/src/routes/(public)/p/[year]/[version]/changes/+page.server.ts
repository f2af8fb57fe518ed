import { answer } from '#lib/api/answer.ts';
import { loadPublication } from '#lib/publication/load-publication.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { year, version } = params;
  const from = url.searchParams.get('from');
  const query = from !== null && /^[1-9]\d{0,8}$/.test(from) ? { from } : {};
  const api = locals.api.publications[':year'][':version'];
  const [publication, changes, list] = await Promise.all([
    loadPublication(locals.api, params),
    answer(api.changes.$get({ param: { year, version }, query })),
    answer(locals.api.publications.$get()),
  ]);
  const { ranking, ...about } = publication;
  return {
    publication: about,
    bands: ranking.method.bands,
    changes,
    /** Versions that this one can be compared with. */
    others: list.publications
      .filter((one) => one.slug === publication.slug && one.version < publication.version)
      .map((one) => one.version),
  };
};
