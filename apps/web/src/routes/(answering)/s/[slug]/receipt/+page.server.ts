import { loadSurvey } from '#lib/survey/load-survey.ts';
import { parseReceipt, surveyPath } from '#lib/survey/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const survey = await loadSurvey(locals.api, params.slug);
  const { searchParams } = url;
  const unit = searchParams.get('unit');
  const staffed = new URLSearchParams(
    ['c', 'k'].flatMap((name) => {
      const value = searchParams.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return {
    survey: { slug: survey.slug, title: survey.title, resultsOn: survey.resultsOn },
    receipt: parseReceipt(searchParams.get('number')),
    unit: survey.units.find(({ code }) => code === unit) ?? null,
    /** Where the next person at a staffed device begins. */
    next: staffed.size > 0 ? `${surveyPath(survey.slug)}?${staffed}` : null,
  };
};
