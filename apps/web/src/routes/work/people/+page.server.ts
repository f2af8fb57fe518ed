import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [{ users }, { units }] = await Promise.all([
    answer(locals.api.users.$get()),
    answer(locals.api.units.$get()),
  ]);
  return { users, units };
};

export const actions: Actions = {
  /** Disables an account, or enables it again: undone as easily as done. */
  disable: async ({ locals, request }) => {
    const form = await request.formData();
    const disabled = form.get('disabled') === 'true';
    const param = { id: String(form.get('id')) };
    const call = locals.api.users[':id'].$patch({ param, json: { disabled } });
    const response = await call.catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { problem: detail });
    }
    const { displayName: name } = await response.json();
    return {
      done: disabled ? m.settings_people_was_disabled({ name }) : m.settings_people_was_enabled({ name }),
    };
  },

  link: async ({ locals, request }) => {
    const form = await request.formData();
    const param = { id: String(form.get('id')) };
    const response = await locals.api.users[':id']['one-time-link'].$post({ param }).catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { problem: detail });
    }
    return { link: await response.json(), name: String(form.get('name') ?? '') };
  },
};
