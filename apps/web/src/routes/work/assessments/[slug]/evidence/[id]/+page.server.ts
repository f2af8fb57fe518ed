import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = locals.api.assessments[':slug'].evidence[':id'].page;
  return { slug: params.slug, page: await answer(page.$get({ param: params })) };
};

export const actions: Actions = {
  check: async ({ locals, params }) => {
    const { check } = locals.api.assessments[':slug'].evidence[':id'].page;
    const response = await check.$post({ param: params });
    if (response.ok) return { found: await response.json() };
    const problem = await problemOf(response);
    return fail(problem.status, { problem: problem.detail });
  },
};
