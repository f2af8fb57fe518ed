import { fail, redirect } from '@sveltejs/kit';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { passwordFaults } from '#lib/people/password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret: nothing of it may stay in a cache.
  setHeaders({ 'cache-control': 'no-store' });
  const response = await locals.api.setup[':token']
    .$get({ param: { token: params.token } })
    .catch(() => null);
  if (!response) return { link: null, problem: m.setup_unreachable() };
  if (!response.ok) return { link: null, problem: (await problemOf(response)).detail };
  return { link: await response.json(), problem: null };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const first = form.get('first') !== null;
    const username = text('username');
    const displayName = text('displayName');
    const password = String(form.get('password') ?? '');
    const typed = { username, displayName };
    const errors: Record<string, string> = {
      ...(first && username === '' ? { username: m.setup_username_wrong() } : {}),
      ...(first && displayName === '' ? { displayName: m.setup_display_name_missing() } : {}),
      ...passwordFaults(password, String(form.get('repeat') ?? '')),
    };
    if (Object.keys(errors).length > 0) return fail(422, { typed, errors, problem: undefined });

    const json = { password, ...(first ? typed : {}) };
    const param = { token: params.token };
    const response = await locals.api.setup[':token'].$post({ param, json }).catch(() => null);
    if (!response) return fail(503, { typed, errors, problem: m.setup_unreachable() });
    if (!response.ok) {
      const problem = await problemOf(response);
      const taken = problem.code === 'already-exists' ? { username: problem.detail } : {};
      const pattern = problem.errors['username'] === undefined ? {} : { username: m.setup_username_wrong() };
      const atFields = { ...problem.errors, ...pattern, ...taken };
      const rest = Object.keys(atFields).length === 0 ? problem.detail : undefined;
      return fail(problem.status, { typed, errors: atFields, problem: rest });
    }
    redirect(303, '/work');
  },
};
