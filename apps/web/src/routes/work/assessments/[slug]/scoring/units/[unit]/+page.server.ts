import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import { readNotice } from '#lib/server/notice.ts';
import type { PageServerLoad } from './$types';

/** Must not read the address's `leaf`: moving between leaves happens on the page, without a load. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug, unit } = params;
  const ofUnit = locals.api.assessments[':slug']['score-sheets'][':unit'];
  const [sheet, claims, source, { items }, reports] = await Promise.all([
    answer(ofUnit.$get({ param: { slug, unit } })),
    answer(ofUnit.claims.$get({ param: { slug, unit } })),
    readNotice(locals.api, slug),
    answer(locals.api.assessments[':slug']['not-applicable'].$get({ param: { slug }, query: { unit } })),
    answer(ofUnit['report-proposals'].$get({ param: { slug, unit } })),
  ]);
  const ratings = sheet.assessment.procedure.doubleScoring
    ? await answer(ofUnit.ratings.$get({ param: { slug, unit } }))
    : null;
  const leaves = new Set(sheet.scores.map(({ indicator }) => indicator));
  const searchEntries = sheet.indicators
    .filter(({ code }) => leaves.has(code))
    .map(({ code, name }) => ({
      label: localText(name),
      detail: code,
      href: `/work/assessments/${slug}/scoring/units/${unit}?leaf=${code}`,
    }));
  return { sheet, claims, ratings, notApplicable: items, reports, source, searchEntries };
};
