import { askPage, credentialsOf } from '#lib/survey/ask-page.ts';
import { loadSurvey } from '#lib/survey/load-survey.ts';
import { pageField, parsePageFacts } from '#lib/survey/page-facts.ts';
import { changeLanguage } from '#lib/survey/change-language.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const survey = await loadSurvey(locals.api, params.slug);
  const { facts, page, problem } = locals.surveyPage ?? (await askPage(locals.api, params.slug, {}));
  const only = page?.unit ?? null;
  const carries = facts.token !== undefined || facts.channel !== undefined;
  return {
    survey: only === null ? survey : { ...survey, units: survey.units.filter(({ code }) => code === only) },
    query: url.searchParams.get('q') ?? '',
    channel: page?.channel ?? null,
    problem: problem?.detail ?? null,
    carries: carries && page !== null ? 'chooser' : undefined,
  };
};

const choose: Actions[string] = async (event) => {
  const { locals, params, request } = event;
  const form = await request.formData();
  changeLanguage(event, form);
  const credentials = credentialsOf(parsePageFacts(form.get(pageField)) ?? {});
  locals.surveyPage = await askPage(locals.api, params.slug, credentials);
  const query = form.get('q');
  return { query: typeof query === 'string' ? query : '' };
};

/** The list of units for somebody with an invitation: searched, or in another language. */
export const actions: Actions = { choose, show: choose };
