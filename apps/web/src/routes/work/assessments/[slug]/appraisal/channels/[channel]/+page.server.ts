import { error, fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import {
  channelAnswer,
  fieldsOf,
  readFields,
  refusedAnswer,
  settingsFrom,
} from '#lib/channels/channel-form.ts';
import { mailChannel } from '#lib/channels/send-mails.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

async function channelIn(api: ApiClient, { slug, channel: code }: { slug: string; channel: string }) {
  const { channels } = await answer(api.assessments[':slug'].survey.channels.$get({ param: { slug } }));
  return channels.find((channel) => channel.code === code) ?? error(404, m.errors_not_found_sentence());
}

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('channel:mails');
  const { survey: calls } = locals.api.assessments[':slug'];
  const param = { slug: params.slug };
  const [survey, channel] = await Promise.all([answer(calls.$get({ param })), channelIn(locals.api, params)]);
  const mayChange = isOrganiser(locals.session);
  const isByToken = channel.tokens !== null;
  const [{ invitations }, mails] =
    mayChange && isByToken
      ? await Promise.all([
          answer(calls.invitations.$get({ param })),
          answer(calls.channels[':channel'].mails.$get({ param: params })),
        ])
      : [{ invitations: [] }, null];
  return {
    survey,
    channel,
    mayChange,
    mayWord: locals.session.user !== null && organisesPlatform(locals.session.user),
    invitations: invitations.filter((one) => one.channel === channel.code),
    mails,
  };
};

export const actions: Actions = {
  settings: async ({ locals, params, request }) => {
    const form = await request.formData();
    const channel = await channelIn(locals.api, params);
    // Pausing is a button of its own: the form keeps what is set.
    const fields = { ...readFields(form), code: channel.code, kind: channel.kind, paused: channel.paused };
    const read = settingsFrom(fields, channel);
    if ('errors' in read) return fail(422, refusedAnswer(fields, { errors: read.errors }));
    const json = { ...read.settings, expectedRevision: Number(form.get('revision')) };
    const result = await channelAnswer(fields, await change(locals.api, params, json));
    return result.saved ? result : fail(result.status, result);
  },
  pause: async ({ locals, params, request }) => {
    const paused = (await request.formData()).get('paused') === 'true';
    const channel = await channelIn(locals.api, params);
    const { nameZh, nameEn, group, opensAt, closesAt, quota, proof, revision } = channel;
    const settings = { nameZh, nameEn, group, opensAt, closesAt, quota, proof, paused };
    const json = { ...settings, expectedRevision: revision };
    const result = await channelAnswer(fieldsOf(channel), await change(locals.api, params, json));
    return result.saved ? result : fail(result.status, result);
  },
  mail: async ({ locals, params, request }) => {
    const mail = await mailChannel(locals.api, params, await request.formData());
    return mail.queued === null ? fail(mail.status, { mail }) : { mail };
  },
  address: async ({ locals, params }) => {
    const calls = locals.api.assessments[':slug'].survey.channels[':channel'];
    const response = await calls.address.$post({ param: params }).catch(() => null);
    if (response?.ok) return { address: (await response.json()).path, addressProblem: '' };
    const problem = response ? (await problemOf(response as Response)).detail : m.channels_unreachable();
    return fail(response?.status ?? 503, { address: null, addressProblem: problem });
  },
};

type Change = Parameters<
  ApiClient['assessments'][':slug']['survey']['channels'][':channel']['$put']
>[0]['json'];

function change(api: ApiClient, param: { slug: string; channel: string }, json: Change) {
  const calls = api.assessments[':slug'].survey.channels[':channel'];
  return calls.$put({ param, json }).catch(() => null);
}
