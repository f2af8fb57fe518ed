import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import { unitsOfKind } from '#lib/results/groups.ts';
import { robustnessByUnit } from '#lib/results/rank-interval.ts';
import { loadQuestionnaire } from '#lib/results/load-questionnaire.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
  const { slug, unit } = params;
  const assessment = locals.api.assessments[':slug'];
  const { results } = assessment;
  const { signal } = request;
  const [result, ranking, questionnaire, robustness] = await Promise.all([
    answer(results.units[':unit'].$get({ param: { slug, unit } })),
    answer(results.$get({ param: { slug } })),
    loadQuestionnaire(locals.api, slug),
    answer(assessment.robustness.$get({ param: { slug }, query: {} }, { init: { signal } })).catch(
      () => null,
    ),
  ]);
  const searchEntries = ranking.units.map(({ code, name }) => ({
    label: localText(name),
    detail: code,
    href: `/work/assessments/${slug}/results/units/${code}`,
  }));
  const group = unitsOfKind(ranking, result.unit.kind);
  const ranks = robustnessByUnit(robustness).get(result.unit.code);
  return { result, group, ranks, questionnaire, searchEntries };
};
