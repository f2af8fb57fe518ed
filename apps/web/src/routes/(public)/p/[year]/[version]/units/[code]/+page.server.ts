import { answer } from '#lib/api/answer.ts';
import { unitsOfKind } from '#lib/results/groups.ts';
import { robustnessByUnit } from '#lib/results/rank-interval.ts';
import { loadQuestionnaire } from '#lib/results/load-questionnaire.ts';
import { loadPublication } from '#lib/publication/load-publication.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
  const { year, version, code } = params;
  const publication = locals.api.publications[':year'][':version'];
  const param = { year, version };
  const { signal } = request;
  const [result, whole, questionnaire, comments, robustness] = await Promise.all([
    answer(publication.units[':unit'].$get({ param: { ...param, unit: code } })),
    loadPublication(locals.api, param),
    loadQuestionnaire(locals.api, year),
    answer(publication.comments.$get({ param, query: { unit: code } })),
    answer(publication.robustness.$get({ param, query: {} }, { init: { signal } })).catch(() => {
      locals.passing = true;
      return null;
    }),
  ]);
  const group = unitsOfKind(whole.ranking, result.unit.kind);
  const ranks = robustnessByUnit(robustness).get(result.unit.code);
  const { ranking: _ranking, ...about } = whole;
  return { publication: about, result, group, ranks, questionnaire, comments, version };
};
