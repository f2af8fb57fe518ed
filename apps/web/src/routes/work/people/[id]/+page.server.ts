import { error, fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { errorSentence } from '#lib/frame/error-sentence.ts';
import { m } from '#lib/paraglide/messages.js';
import { personFaults, personFrom, readPersonForm } from '#lib/people/grant-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const [{ users }, { units }] = await Promise.all([
    answer(locals.api.users.$get()),
    answer(locals.api.units.$get()),
  ]);
  const person = users.find(({ id }) => id === params.id);
  if (!person) error(404, errorSentence(404));
  return { person, units };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const values = readPersonForm(await request.formData());
    const { displayName, homeUnitId, email, grants, ...rest } = personFrom(values);
    const refuse = (status: number, errors: Record<string, string>, problem?: string) =>
      fail(status, { values, errors, problem, saved: false });
    const errors = personFaults({ displayName, homeUnitId, email, grants, ...rest }, false);
    if (Object.keys(errors).length > 0) return refuse(422, errors);
    const json = { displayName, homeUnitId, email, grants };
    const call = locals.api.users[':id'].$patch({ param: { id: params.id }, json });
    const response = await call.catch(() => null);
    if (!response) return refuse(503, {}, m.errors_unreachable());
    if (!response.ok) {
      const problem = await problemOf(response);
      return refuse(problem.status, { ...problem.errors }, problem.detail);
    }
    return { values: undefined, errors: {}, problem: undefined, saved: true };
  },
};
