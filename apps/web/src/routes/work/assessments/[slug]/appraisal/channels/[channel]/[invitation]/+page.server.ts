import { error, fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import { holderFilter } from '#lib/channels/holder-filter.ts';
import { mailHolders } from '#lib/channels/send-mails.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!isOrganiser(locals.session)) error(403, m.errors_forbidden_sentence());
  const { survey: calls } = locals.api.assessments[':slug'];
  const { slug, channel, invitation: id } = params;
  const [survey, invitation, mails] = await Promise.all([
    answer(calls.$get({ param: { slug } })),
    answer(calls.invitations[':id'].$get({ param: { slug, id } })),
    answer(calls.channels[':channel'].mails.$get({ param: { slug, channel } })),
  ]);
  if (invitation.channel !== channel) error(404, m.errors_not_found_sentence());
  return { survey, invitation, mayMail: mails.enabled, show: holderFilter(url) };
};

const nothing = { problem: '', withdrawn: null, issued: null, mail: null };

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
  reissue: async ({ locals, params, request }) =>
    reissue(locals.api, params, (await request.formData()).getAll('token').map(String)),
  slips: async ({ locals, params }) => {
    const { slug, invitation: id } = params;
    const { holders } = await answer(
      locals.api.assessments[':slug'].survey.invitations[':id'].$get({ param: { slug, id } }),
    );
    const without = holders.filter(({ email, revoked }) => email === null && !revoked);
    return reissue(
      locals.api,
      params,
      without.map((holder) => holder.id),
    );
  },
  mail: async ({ locals, params, request }) => {
    const { slug, invitation: id } = params;
    const mail = await mailHolders(locals.api, { slug, id }, await request.formData());
    return mail.queued === null ? fail(mail.status, { ...nothing, mail }) : { ...nothing, mail };
  },
};

async function reissue(
  api: ApiClient,
  { slug, invitation: id }: { slug: string; invitation: string },
  tokens: string[],
) {
  if (tokens.length === 0) return fail(422, { ...nothing, problem: m.channels_chosen_none() });
  const calls = api.assessments[':slug'].survey.invitations[':id'];
  const response = await calls.reissue.$post({ param: { slug, id }, json: { tokens } }).catch(() => null);
  if (response?.ok) return { ...nothing, issued: await response.json() };
  return fail(response?.status ?? 503, { ...nothing, problem: await sentenceOf(response) });
}

async function sentenceOf(response: { status: number; text(): Promise<string> } | null): Promise<string> {
  return response ? (await problemOf(response)).detail : m.channels_unreachable();
}
