import { itemsOf } from '@gongping/questionnaire';
import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { readAnswers } from '#lib/survey/answers.ts';
import { askPage, credentialsOf } from '#lib/survey/ask-page.ts';
import { changeLanguage } from '#lib/survey/change-language.ts';
import { loadSurvey } from '#lib/survey/load-survey.ts';
import { pageField, parsePageFacts } from '#lib/survey/page-facts.ts';
import { submitAnswers } from '#lib/survey/submit-answers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const survey = await loadSurvey(locals.api, params.slug);
  const unit = survey.units.find(({ code }) => code === params.unit);
  const { facts, page, problem } = locals.surveyPage ?? (await askPage(locals.api, params.slug, {}));
  if (!unit || (page?.unit ?? unit.code) !== unit.code) error(404, m.survey_unknown_unit());
  return {
    // The other units are not needed here, and the line may be slow.
    survey: { ...survey, units: [] },
    unit,
    channel: page?.channel ?? null,
    invited: facts.token !== undefined,
    staffed: facts.channel !== undefined,
    problem: problem?.detail ?? null,
    carries: 'answers',
  };
};

/** What a form of the page brought: its own facts, and what was answered so far. */
async function readForm({ locals, params, request }: Parameters<Actions[string]>[0]) {
  const survey = await loadSurvey(locals.api, params.slug);
  const form = await request.formData();
  const facts = parsePageFacts(form.get(pageField));
  const answers = readAnswers(form, itemsOf(survey.questionnaire));
  return { form, facts, answers };
}

export const actions: Actions = {
  /** From the list of units, with an invitation: a new page. */
  open: async (event) => {
    const { locals, params } = event;
    const { facts } = await readForm(event);
    locals.surveyPage = await askPage(locals.api, params.slug, credentialsOf(facts ?? {}));
  },
  /** The same page in another language, with everything that was filled in. */
  show: async (event) => {
    const { locals, params } = event;
    const { form, facts, answers } = await readForm(event);
    changeLanguage(event, form);
    locals.surveyPage = facts
      ? { facts, page: null, problem: null }
      : await askPage(locals.api, params.slug, {});
    return { answers, problem: '', errors: {} };
  },
  send: async (event) => {
    const { locals, params } = event;
    const { form, facts, answers } = await readForm(event);
    const given = facts ? { facts, page: null, problem: null } : await askPage(locals.api, params.slug, {});
    locals.surveyPage = given;
    const homepage = form.get('homepage');
    return submitAnswers(locals.api, {
      slug: params.slug,
      unit: params.unit,
      answers,
      facts: given.facts,
      homepage: typeof homepage === 'string' ? homepage : '',
    });
  },
};
