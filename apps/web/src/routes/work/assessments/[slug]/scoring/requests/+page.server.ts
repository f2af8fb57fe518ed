import { fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const param = { slug: params.slug };
  const logs = await answer(locals.api.assessments[':slug']['mystery-requests'].$get({ param }));
  return { logs, saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  terms: async ({ locals, params, request }) => {
    const form = await request.formData();
    const days = (name: string) => Number(form.get(name) || Number.NaN);
    const json = {
      reply: days('reply'),
      extension: Number(form.get('extension') ?? Number.NaN),
      correction: days('correction'),
      thirdParty: days('thirdParty'),
      enquiry: days('enquiry'),
    };
    const param = { slug: params.slug };
    const response = await locals.api.assessments[':slug']['request-terms']
      .$put({ param, json })
      .catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable(), errors: {} });
    if (!response.ok) {
      const { status, detail, errors } = await problemOf(response);
      return fail(status, { problem: detail, errors: { ...errors } });
    }
    redirect(303, '?saved');
  },
};
