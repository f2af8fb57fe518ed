import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { decide, type DecisionAnswer } from '#lib/not-applicable/decide.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const param = { slug: params.slug };
  return { list: await answer(locals.api.assessments[':slug']['not-applicable'].$get({ param, query: {} })) };
};

const shown = (result: DecisionAnswer) => (result.problem === '' ? result : fail(result.status, result));

export const actions: Actions = {
  approve: async ({ locals, params, request }) =>
    shown(await decide(locals.api, params.slug, { outcome: 'approved', form: await request.formData() })),
  reject: async ({ locals, params, request }) =>
    shown(await decide(locals.api, params.slug, { outcome: 'rejected', form: await request.formData() })),
};
