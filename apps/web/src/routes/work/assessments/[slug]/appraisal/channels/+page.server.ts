import { fail, redirect } from '@sveltejs/kit';
import { channelKind } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import { channelAnswer, readFields, refusedAnswer, settingsFrom } from '#lib/channels/channel-form.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const param = { slug: params.slug };
  const [survey, { channels }] = await Promise.all([
    answer(locals.api.assessments[':slug'].survey.$get({ param })),
    answer(locals.api.assessments[':slug'].survey.channels.$get({ param })),
  ]);
  return { survey, channels, mayChange: isOrganiser(locals.session) };
};

export const actions: Actions = {
  add: async ({ locals, params, request }) => {
    const fields = readFields(await request.formData());
    const read = settingsFrom(fields, null);
    if ('errors' in read) return fail(422, refusedAnswer(fields, { errors: read.errors }));
    const kind = channelKind.parse(fields.kind);
    const json = { ...read.settings, code: fields.code, kind };
    const { channels } = locals.api.assessments[':slug'].survey;
    const response = await channels.$post({ param: { slug: params.slug }, json }).catch(() => null);
    const result = await channelAnswer(fields, response);
    if (!result.saved) return fail(result.status, result);
    redirect(303, `/work/assessments/${params.slug}/appraisal/channels/${encodeURIComponent(fields.code)}`);
  },
  order: async ({ locals, params, request }) => {
    const codes = String((await request.formData()).get('codes') ?? '').split(' ');
    const order = locals.api.assessments[':slug'].survey['channel-order'];
    const response = await order.$put({ param: { slug: params.slug }, json: { codes } }).catch(() => null);
    if (response?.ok) return { ordered: true };
    const problem = response ? (await problemOf(response as Response)).detail : m.channels_unreachable();
    return fail(response?.status ?? 503, { orderProblem: problem });
  },
};
