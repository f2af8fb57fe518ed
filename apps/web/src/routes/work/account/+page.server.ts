import { fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { passwordFaults } from '#lib/people/password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  devices: (await answer(locals.api.sessions.$get())).devices,
});

export const actions: Actions = {
  password: async ({ locals, request }) => {
    const form = await request.formData();
    const current = String(form.get('current') ?? '');
    const next = String(form.get('password') ?? '');
    const refuse = (status: number, errors: Record<string, string>, problem?: string) =>
      fail(status, { errors, problem, done: undefined });
    const errors = {
      ...(current === '' ? { current: m.settings_account_current_missing() } : {}),
      ...passwordFaults(next, String(form.get('repeat') ?? '')),
    };
    if (Object.keys(errors).length > 0) return refuse(422, errors);
    const response = await locals.api.session.password.$put({ json: { current, next } }).catch(() => null);
    if (!response) return refuse(503, {}, m.errors_unreachable());
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.code === 'wrong-credentials')
        return refuse(401, { current: m.settings_account_current_wrong() });
      return refuse(problem.status, { ...problem.errors }, problem.detail);
    }
    // A new password signs every device out; the one in use comes straight back.
    const username = locals.session.user?.username ?? '';
    const again = await locals.api.session.$post({ json: { username, password: next } }).catch(() => null);
    if (!again?.ok) redirect(303, '/sign-in?signed-out');
    return { errors: {}, problem: undefined, done: m.settings_account_changed() };
  },

  device: async ({ locals, request }) => {
    const form = await request.formData();
    const param = { id: String(form.get('id')) };
    const response = await locals.api.sessions[':id'].$delete({ param }).catch(() => null);
    // A device that is gone already is what was wanted.
    if (response && (response.ok || response.status === 404)) {
      return { errors: {}, problem: undefined, done: m.settings_account_signed_out() };
    }
    return fail(503, { errors: {}, problem: m.errors_unreachable(), done: undefined });
  },

  everywhere: async ({ locals }) => {
    const response = await locals.api.sessions.$delete().catch(() => null);
    if (!response?.ok) return fail(503, { errors: {}, problem: m.errors_unreachable(), done: undefined });
    redirect(303, '/sign-in?signed-out');
  },
};
