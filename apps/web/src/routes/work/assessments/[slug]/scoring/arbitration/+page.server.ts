import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const param = { slug: params.slug };
  return answer(locals.api.assessments[':slug'].arbitration.$get({ param }));
};
