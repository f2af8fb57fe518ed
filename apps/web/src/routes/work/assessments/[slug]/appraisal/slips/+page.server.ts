import { answer } from '#lib/api/answer.ts';
import { parseKind } from '#lib/appraisal/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const survey = await answer(locals.api.assessments[':slug'].survey.$get({ param: { slug: params.slug } }));
  const kind = parseKind(url.searchParams.get('kind'));
  const code = url.searchParams.get('unit');
  const units = survey.units.filter(
    (unit) => (kind === null || unit.kind === kind) && (code === null || unit.code === code),
  );
  return { survey, units };
};
