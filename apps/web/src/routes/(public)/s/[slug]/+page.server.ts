import { loadSurvey } from '#lib/survey/load-survey.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  survey: await loadSurvey(locals.api, params.slug),
  query: url.searchParams.get('q') ?? '',
});
