import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { year, version } = params;
  return {
    report: await answer(
      locals.api['annual-reports'][':year'][':version'].$get({ param: { year, version } }),
    ),
  };
};
