import { fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { passwordFaults } from '#lib/people/password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [{ devices }, contact] = await Promise.all([
    answer(locals.api.sessions.$get()),
    answer(locals.api.session.contact.$get()),
  ]);
  return { devices, contact };
};

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

  contact: async ({ locals, request }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '').trim();
    const mailLanguage = form.get('mailLanguage') === 'en' ? ('en' as const) : ('zh' as const);
    const json = { email: email === '' ? null : email, mailLanguage };
    const response = await locals.api.session.contact.$put({ json }).catch(() => null);
    if (response?.ok) return { errors: {}, problem: undefined, done: m.inbox_contact_saved() };
    const refused = { problem: undefined, done: undefined, email };
    if (response?.status === 422) {
      return fail(422, { ...refused, errors: { email: m.inbox_contact_invalid() } });
    }
    return fail(503, { ...refused, errors: {}, problem: m.errors_unreachable() });
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
