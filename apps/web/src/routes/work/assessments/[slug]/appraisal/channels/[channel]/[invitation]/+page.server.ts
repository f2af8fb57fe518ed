import { error, fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isOrganiser(locals.session)) error(403, m.errors_forbidden_sentence());
  const { survey: calls } = locals.api.assessments[':slug'];
  const { slug, invitation: id } = params;
  const [survey, invitation] = await Promise.all([
    answer(calls.$get({ param: { slug } })),
    answer(calls.invitations[':id'].$get({ param: { slug, id } })),
  ]);
  if (invitation.channel !== params.channel) error(404, m.errors_not_found_sentence());
  return { survey, invitation };
};

const nothing = { problem: '', withdrawn: null, issued: null };

export const actions: Actions = {
  withdraw: async ({ locals, params, request }) => {
    const { slug, invitation: id } = params;
    const json = { tokens: (await request.formData()).getAll('token').map(String) };
    if (json.tokens.length === 0) return fail(422, { ...nothing, problem: m.channels_chosen_none() });
    const { withdrawal } = locals.api.assessments[':slug'].survey.invitations[':id'];
    const response = await withdrawal.$post({ param: { slug, id }, json }).catch(() => null);
    if (response?.ok) return { ...nothing, withdrawn: (await response.json()).withdrawn };
    return fail(response?.status ?? 503, { ...nothing, problem: await sentenceOf(response) });
  },
  reissue: async ({ locals, params, request }) => {
    const { slug, invitation: id } = params;
    const json = { tokens: (await request.formData()).getAll('token').map(String) };
    if (json.tokens.length === 0) return fail(422, { ...nothing, problem: m.channels_chosen_none() });
    const { reissue } = locals.api.assessments[':slug'].survey.invitations[':id'];
    const response = await reissue.$post({ param: { slug, id }, json }).catch(() => null);
    if (response?.ok) return { ...nothing, issued: await response.json() };
    return fail(response?.status ?? 503, { ...nothing, problem: await sentenceOf(response) });
  },
};

async function sentenceOf(response: { status: number; text(): Promise<string> } | null): Promise<string> {
  return response ? (await problemOf(response)).detail : m.channels_unreachable();
}
