import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug } = params;
  const round = locals.api.assessments[':slug'];
  const [list, { items }, calibration] = await Promise.all([
    answer(round['score-sheets'].$get({ param: { slug } })),
    answer(round['not-applicable'].$get({ param: { slug }, query: {} })),
    answer(round.calibration.$get({ param: { slug } })),
  ]);
  const base = `/work/assessments/${slug}/scoring`;
  const units = list.sheets.map(({ unit }) => ({
    label: localText(unit.name),
    detail: unit.code,
    href: `${base}/units/${unit.code}`,
  }));
  const indicators = list.indicators.map(({ code, name }) => ({
    label: localText(name),
    detail: code,
    href: `${base}/indicators/${code}`,
  }));
  const pending = items.filter(({ state }) => state === 'pending').length;
  return {
    list,
    pending,
    calibration: { state: calibration.state },
    searchEntries: [...units, ...indicators],
  };
};
