import { error, fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import { issueTokens } from '#lib/channels/issue-tokens.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isOrganiser(locals.session)) error(403, m.errors_forbidden_sentence());
  const { survey: calls } = locals.api.assessments[':slug'];
  const param = { slug: params.slug };
  const [survey, { channels }] = await Promise.all([
    answer(calls.$get({ param })),
    answer(calls.channels.$get({ param })),
  ]);
  const channel = channels.find(({ code, tokens }) => code === params.channel && tokens !== null);
  return { survey, channel: channel ?? error(404, m.errors_not_found_sentence()) };
};

export const actions: Actions = {
  issue: async ({ locals, params, request }) => {
    const result = await issueTokens(locals.api, params, await request.formData());
    return result.issued === null ? fail(result.status, result) : result;
  },
};
