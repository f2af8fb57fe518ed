import { answer } from '#lib/api/answer.ts';
import { loadPublication } from '#lib/publication/load-publication.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { year, version } = params;
  const param = { year, version };
  const api = locals.api.publications[':year'][':version'];
  const text = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const [unit, q] = [text('unit'), text('q').slice(0, 100)];
  const page = String(Math.max(1, Math.trunc(Number(text('page')) || 1)));
  const query = { page, ...(unit === '' ? {} : { unit }), ...(q === '' ? {} : { q }) };
  const [{ ranking: _ranking, ...publication }, list] = await Promise.all([
    loadPublication(locals.api, param),
    answer(api.comments.$get({ param, query })),
  ]);
  return { publication, list, unit, q, version };
};
