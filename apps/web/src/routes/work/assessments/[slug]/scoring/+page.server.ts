import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug } = params;
  const list = await answer(locals.api.assessments[':slug']['score-sheets'].$get({ param: { slug } }));
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
  return { list, searchEntries: [...units, ...indicators] };
};
