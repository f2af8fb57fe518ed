import type { CityReport, DepartmentSums } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

/** The city's report of the year that the assessment is of. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug } = params;
  const { year } = await answer(locals.api.assessments[':slug'].$get({ param: { slug } }));
  const param = { year: String(year) };
  const one = locals.api['city-reports'][':year'];
  const [report, sums] = await Promise.all([
    answer(one.$get({ param })),
    answer(one['department-sums'].$get({ param })),
  ]);
  return { slug, report: report as CityReport, sums: sums as DepartmentSums };
};
