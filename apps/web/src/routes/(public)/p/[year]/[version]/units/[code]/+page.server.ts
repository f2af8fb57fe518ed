import { answer } from '#lib/api/answer.ts';
import { unitsOfKind } from '#lib/results/groups.ts';
import { loadQuestionnaire } from '#lib/results/load-questionnaire.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { year, version, code } = params;
  const publication = locals.api.publications[':year'][':version'];
  const [result, whole, questionnaire] = await Promise.all([
    answer(publication.units[':unit'].$get({ param: { year, version, unit: code } })),
    answer(publication.$get({ param: { year, version } })),
    loadQuestionnaire(locals.api, year),
  ]);
  return { result, group: unitsOfKind(whole.ranking, result.unit.kind), questionnaire, version };
};
