import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { acceptChosen, checkSomeLinks, withdrawChosen, type CheckAnswer } from '#lib/checks/check-actions.ts';
import { checkQueryOf, readCheckView } from '#lib/checks/view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = readCheckView(url.searchParams);
  const call = { param: { slug: params.slug }, query: checkQueryOf(view) };
  const report = await answer(locals.api.assessments[':slug'].checks.$get(call));
  return { view, report, now: new Date().toISOString() };
};

const shown = (result: CheckAnswer) => (result.problem === '' ? result : fail(result.status, result));

export const actions: Actions = {
  accept: async ({ locals, params, request }) =>
    shown(await acceptChosen(locals.api, params.slug, await request.formData())),
  withdraw: async ({ locals, params, request }) =>
    shown(await withdrawChosen(locals.api, params.slug, await request.formData())),
  links: async ({ locals, params, request }) =>
    shown(await checkSomeLinks(locals.api, params.slug, await request.formData())),
};
