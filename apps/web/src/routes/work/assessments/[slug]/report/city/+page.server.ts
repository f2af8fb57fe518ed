import type { CityReport } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

/** The city's report of the year that the assessment is of. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug } = params;
  const { year } = await answer(locals.api.assessments[':slug'].$get({ param: { slug } }));
  const call = locals.api['city-reports'][':year'].$get({ param: { year: String(year) } });
  return { slug, report: (await answer(call)) as CityReport };
};
