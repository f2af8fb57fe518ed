import { fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const before = url.searchParams.get('before');
  const query = before === null ? {} : { before };
  return { ...(await answer(locals.api.inbox.$get({ query }))), older: before !== null };
};

export const actions: Actions = {
  /** Marks one message read and goes where it is seen to, marks it alone, or marks all. */
  read: async ({ locals, request, url }) => {
    const form = await request.formData();
    const id = form.get('id');
    const ids = typeof id === 'string' ? [id] : null;
    const response = await locals.api.inbox.read.$post({ json: { ids } }).catch(() => null);
    if (!response?.ok) return fail(503, { problem: m.errors_unreachable() });
    const path = String(form.get('path') ?? '');
    redirect(
      303,
      path.startsWith('/work') ? path : `/work/inbox${url.searchParams.has('before') ? url.search : ''}`,
    );
  },
};
