import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug } = params;
  const ranking = await answer(locals.api.assessments[':slug'].results.$get({ param: { slug } }));
  const searchEntries = ranking.units.map(({ code, name }) => ({
    label: localText(name),
    detail: code,
    href: `/work/assessments/${slug}/results/units/${code}`,
  }));
  return { ranking, searchEntries };
};
