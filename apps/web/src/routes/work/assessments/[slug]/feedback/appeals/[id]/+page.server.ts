import { answer } from '#lib/api/answer.ts';
import { sendRuling } from '#lib/feedback/ruling-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  detail: await answer(locals.api.assessments[':slug'].appeals[':id'].$get({ param: params })),
});

export const actions: Actions = {
  rule: async ({ locals, params, request }) => sendRuling(locals.api, params, await request.formData()),
};
