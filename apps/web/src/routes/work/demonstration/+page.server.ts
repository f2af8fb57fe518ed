import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { user, assessments } = await parent();
  const { loaded, signIns } = await answer(locals.api.demonstration.$get());
  return {
    loaded,
    mayRemove: organisesPlatform(user),
    own: signIns.some(({ username }) => username === user.username),
    accounts: signIns.map(({ displayName }) => displayName),
    rounds: assessments.filter(({ demonstration }) => demonstration).map(({ title }) => title),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    if (form.get('understood') === null) return fail(422, { problem: m.settings_demo_confirm_missing() });
    const response = await locals.api.demonstration.$delete().catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { problem: detail });
    }
    const { link } = await response.json();
    return { removed: { link } };
  },
};
