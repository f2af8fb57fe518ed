import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import { readSpread } from '#lib/results/spread.ts';
import { showsTable } from '#lib/results/view-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { slug } = params;
  const assessment = locals.api.assessments[':slug'];
  const query = { spread: `${readSpread(url.searchParams) / 100}` };
  const { signal } = request;
  const [ranking, robustness] = await Promise.all([
    answer(assessment.results.$get({ param: { slug } })),
    showsTable(url.searchParams)
      ? answer(assessment.robustness.$get({ param: { slug }, query }, { init: { signal } })).catch(() => null)
      : null,
  ]);
  const searchEntries = ranking.units.map(({ code, name }) => ({
    label: localText(name),
    detail: code,
    href: `/work/assessments/${slug}/results/units/${code}`,
  }));
  return { ranking, robustness, searchEntries };
};
