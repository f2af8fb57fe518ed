import { error, fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { m } from '#lib/paraglide/messages.js';
import { missingAnswers, readAnswers } from '#lib/survey/answers.ts';
import { loadSurvey } from '#lib/survey/load-survey.ts';
import { submitAnswers } from '#lib/survey/submit-answers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const survey = await loadSurvey(locals.api, params.slug);
  const unit = survey.units.find(({ code }) => code === params.unit);
  if (!unit) error(404, m.survey_unknown_unit());
  // Every page has a key of its own; a kept copy would make two people's answers one.
  setHeaders({ 'cache-control': 'private, no-store' });
  // The other units are not needed here, and the line may be slow.
  return { survey: { ...survey, units: [] }, unit, newKey: randomUUID() };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const survey = await loadSurvey(locals.api, params.slug);
    const { questions } = survey.questionnaire;
    const form = await request.formData();
    const answers = readAnswers(form, questions);
    const given = form.get('key');
    const key = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
    const missing = missingAnswers(questions, answers);
    if (missing.length > 0) {
      const errors = Object.fromEntries(missing.map((code) => [code, m.survey_required_sentence()]));
      return fail(422, { answers, key, errors, problem: '' });
    }
    return submitAnswers(locals.api, { slug: params.slug, unit: params.unit, answers, key });
  },
};
