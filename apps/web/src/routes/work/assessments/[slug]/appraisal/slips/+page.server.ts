import { answer } from '#lib/api/answer.ts';
import { parseKind } from '#lib/appraisal/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { survey: calls } = locals.api.assessments[':slug'];
  const param = { slug: params.slug };
  const survey = await answer(calls.$get({ param }));
  const wanted = url.searchParams.get('channel');
  const channels = wanted === null ? [] : (await answer(calls.channels.$get({ param }))).channels;
  const channel = channels.find((one) => one.code === wanted && one.path !== null) ?? null;
  const kind = parseKind(url.searchParams.get('kind'));
  const code = url.searchParams.get('unit');
  const units = survey.units.filter(
    (unit) => (kind === null || unit.kind === kind) && (code === null || unit.code === code),
  );
  return { survey, units, channel };
};
