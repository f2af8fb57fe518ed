import { error, fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { user } = await parent();
  if (!organisesPlatform(user)) error(403, m.errors_forbidden_sentence());
  const { systems } = await answer(locals.api['indicator-systems'].$get());
  return { systems, deleted: url.searchParams.has('deleted') };
};

export const actions: Actions = {
  draft: async ({ locals, request }) => {
    const param = { id: String((await request.formData()).get('id')) };
    const response = await locals.api['indicator-systems'][':id'].drafts.$post({ param }).catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response as Response);
      return fail(status, { problem: detail });
    }
    const { id } = await response.json();
    redirect(303, `/work/indicator-systems/${id}`);
  },

  delete: async ({ locals, request }) => {
    const param = { id: String((await request.formData()).get('id')) };
    const response = await locals.api['indicator-systems'][':id'].$delete({ param }).catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response as Response);
      return fail(status, { problem: detail });
    }
    redirect(303, '/work/indicator-systems?deleted');
  },
};
