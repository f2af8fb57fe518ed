import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { decide, undo, type DecisionAnswer } from '#lib/screening/decide.ts';
import { parseFilter } from '#lib/screening/held-filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const param = { slug: params.slug };
  const filter = parseFilter(url.searchParams);
  const page = String(Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1)));
  const [survey, appraisals, held] = await Promise.all([
    answer(locals.api.assessments[':slug'].survey.$get({ param })),
    answer(locals.api.assessments[':slug'].appraisal.$get({ param })),
    answer(locals.api.assessments[':slug'].survey.held.$get({ param, query: { ...filter, page } })),
  ]);
  const channels = appraisals.units[0]?.appraisal.channels ?? [];
  return { survey, held, filter, channels: channels.map(({ code, name }) => ({ code, name })) };
};

const shown = (result: DecisionAnswer) => (result.problem === '' ? result : fail(result.status, result));

export const actions: Actions = {
  count: async ({ locals, params, request }) =>
    shown(await decide(locals.api, params.slug, { decision: 'count', form: await request.formData() })),
  refuse: async ({ locals, params, request }) =>
    shown(await decide(locals.api, params.slug, { decision: 'refuse', form: await request.formData() })),
  undo: async ({ locals, params, request }) =>
    shown(await undo(locals.api, params.slug, await request.formData())),
};
