import { error, fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { personFaults, personFrom, readPersonForm } from '#lib/people/grant-fields.ts';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { user } = await parent();
  if (!organisesPlatform(user)) error(403, m.errors_forbidden_sentence());
  const { units } = await answer(locals.api.units.$get());
  return { units: units.filter(({ retired }) => !retired) };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const values = readPersonForm(await request.formData());
    const person = personFrom(values);
    const refuse = (status: number, errors: Record<string, string>, problem?: string) =>
      fail(status, { values, errors, problem, created: undefined });
    const errors = personFaults(person, true);
    if (Object.keys(errors).length > 0) return refuse(422, errors);
    const response = await locals.api.users.$post({ json: person }).catch(() => null);
    if (!response) return refuse(503, {}, m.errors_unreachable());
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.code === 'already-exists') return refuse(409, { username: problem.detail });
      return refuse(problem.status, { ...problem.errors }, problem.detail);
    }
    const { user, link } = await response.json();
    const created = { name: user.displayName, link };
    return { values: undefined, errors: {}, problem: undefined, created };
  },
};
