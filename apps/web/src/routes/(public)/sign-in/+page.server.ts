import { fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { nextPath } from '#lib/server/next-path.ts';
import type { Actions, PageServerLoad } from './$types';

interface FieldErrors {
  username: string | undefined;
  password: string | undefined;
}

const noErrors: FieldErrors = { username: undefined, password: undefined };

export const load: PageServerLoad = async ({ locals, url }) => {
  const demonstration = await answer(locals.api.demonstration.$get()).catch(() => null);
  return {
    next: url.searchParams.has('next') ? nextPath(url.searchParams.get('next')) : null,
    signedOut: url.searchParams.has('signed-out'),
    demoSignIns: demonstration?.signIns ?? [],
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const username = String(form.get('username') ?? '').trim();
    const password = String(form.get('password') ?? '');
    const errors: FieldErrors = {
      username: username === '' ? m.signin_username_missing() : undefined,
      password: password === '' ? m.signin_password_missing() : undefined,
    };
    if (errors.username || errors.password) return fail(400, { username, errors, problem: undefined });

    const refuse = (status: number, problem: string) => fail(status, { username, errors: noErrors, problem });
    const response = await locals.api.session.$post({ json: { username, password } }).catch(() => null);
    if (!response) return refuse(503, m.signin_unreachable());
    if (!response.ok) return refuse(response.status, await refusal(response));
    redirect(303, nextPath(form.get('next')));
  },
};

async function refusal(
  response: Response | (Parameters<typeof problemOf>[0] & { headers: Headers }),
): Promise<string> {
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after')) || 60;
    return m.signin_too_many({ minutes: Math.ceil(seconds / 60) });
  }
  if (response.status >= 500) return m.signin_unreachable();
  // The API's own sentence may know more (an account that was closed); never which of the two is wrong.
  const { detail } = await problemOf(response);
  return response.status === 401 || detail === '' ? m.signin_wrong() : detail;
}
