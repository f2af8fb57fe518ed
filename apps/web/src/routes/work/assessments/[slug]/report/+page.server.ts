import { answer } from '#lib/api/answer.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import { loadReport } from '#lib/report/load-report.ts';
import type { PageServerLoad } from './$types';

/** The passage of the version in the address, else of the newest; before the first publication what is missing. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { slug } = params;
  const { publications } = await answer(locals.api.publications.$get());
  const organiser = isOrganiser(locals.session);
  if (publications.some((one) => one.slug === slug)) {
    const version = url.searchParams.get('version') ?? 'latest';
    return { slug, organiser, report: await loadReport(locals.api, { slug, version }), earlier: null };
  }
  // Only who sees the assessment may learn that it is not published yet.
  await answer(locals.api.assessments[':slug'].$get({ param: { slug } }));
  return { slug, organiser, report: null, earlier: publications[0] ?? null };
};
