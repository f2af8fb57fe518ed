import { answer } from '#lib/api/answer.ts';
import { sendRuling } from '#lib/ratings/ruling-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const call = locals.api.assessments[':slug'].arbitration[':unit'][':indicator'];
  return { file: await answer(call.$get({ param: params })) };
};

export const actions: Actions = {
  rule: async ({ locals, params, request }) => sendRuling(locals.api, params, await request.formData()),
};
