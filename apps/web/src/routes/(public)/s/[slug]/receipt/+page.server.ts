import { loadSurvey } from '#lib/survey/load-survey.ts';
import { parseReceipt } from '#lib/survey/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const survey = await loadSurvey(locals.api, params.slug);
  const unit = url.searchParams.get('unit');
  return {
    survey: { slug: survey.slug, title: survey.title, resultsOn: survey.resultsOn },
    receipt: parseReceipt(url.searchParams.get('number')),
    unit: survey.units.find(({ code }) => code === unit) ?? null,
  };
};
