import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import { unitsOfKind } from '#lib/results/groups.ts';
import { loadQuestionnaire } from '#lib/results/load-questionnaire.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug, unit } = params;
  const results = locals.api.assessments[':slug'].results;
  const [result, ranking, questionnaire] = await Promise.all([
    answer(results.units[':unit'].$get({ param: { slug, unit } })),
    answer(results.$get({ param: { slug } })),
    loadQuestionnaire(locals.api, slug),
  ]);
  const searchEntries = ranking.units.map(({ code, name }) => ({
    label: localText(name),
    detail: code,
    href: `/work/assessments/${slug}/results/units/${code}`,
  }));
  return { result, group: unitsOfKind(ranking, result.unit.kind), questionnaire, searchEntries };
};
