import { error, fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import { loadChoices } from '#lib/setup/load-form.ts';
import { readSettingsForm, valuesOf } from '#lib/setup/settings-values.ts';
import { settingsFrom } from '#lib/setup/submit-settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { user } = await parent();
  if (!organisesPlatform(user)) error(403, m.errors_forbidden_sentence());
  const { settings, effectiveMarks } = await answer(locals.api.assessments.defaults.$get());
  return {
    values: valuesOf(settings),
    effectiveMarks,
    ...(await loadChoices(locals.api, settings.indicatorSystemId)),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const values = readSettingsForm(await request.formData());
    const refuse = (status: number, errors: Record<string, string>, problem: string) =>
      fail(status, { values, errors, problem });
    const { settings, faults } = await settingsFrom(locals.api, values);
    if (!settings) return refuse(422, faults, '');
    const response = await locals.api.assessments.$post({ json: settings }).catch(() => null);
    if (!response) return refuse(503, {}, m.errors_unreachable());
    if (!response.ok) {
      const problem = await problemOf(response);
      return refuse(problem.status, { ...problem.errors }, problem.detail);
    }
    const { slug } = await response.json();
    redirect(303, `/work/assessments/${slug}/settings?created`);
  },
};
