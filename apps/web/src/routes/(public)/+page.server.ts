import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { headlineOf, type Headline } from '#lib/publication/headline.ts';
import type { PageServerLoad } from './$types';

/** Everything here is an addition to a page that must open even when the data service does not answer. */
export const load: PageServerLoad = async ({ locals }) => {
  const [list, surveys, annual] = await Promise.all([
    answer(locals.api.publications.$get()).catch(() => null),
    answer(locals.api.public.surveys.$get()).catch(() => null),
    answer(locals.api['annual-reports'].$get()).catch(() => null),
  ]);
  // Earlier versions are listed on the pages of their publications.
  const publications = list?.publications.filter(({ current }) => current) ?? null;
  const newest = publications?.[0];
  return {
    publications,
    headline: newest ? await newestHeadline(locals.api, newest.slug, locals.locale) : null,
    annualReports: annual?.reports.filter(({ current }) => current) ?? [],
    surveys: surveys?.surveys.filter(({ status }) => status === 'open') ?? null,
  };
};

async function newestHeadline(api: ApiClient, slug: string, locale: Locale): Promise<Headline | null> {
  const param = { year: slug, version: 'latest' };
  const publication = await answer(api.publications[':year'][':version'].$get({ param })).catch(() => null);
  return publication && headlineOf(publication, locale);
}
