import { answer } from '#lib/api/answer.ts';
import { readNotice } from '#lib/server/notice.ts';
import type { PageServerLoad } from './$types';

/** Must not read the address's `leaf`: moving between leaves happens on the page, without a load. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug, unit } = params;
  const sheets = locals.api.assessments[':slug'].calibration.sheets[':unit'];
  const [sheet, source] = await Promise.all([
    answer(sheets.$get({ param: { slug, unit } })),
    readNotice(locals.api, slug),
  ]);
  return { sheet, source };
};
