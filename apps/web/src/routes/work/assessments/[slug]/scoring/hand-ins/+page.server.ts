import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const param = { slug: params.slug };
  return { board: await answer(locals.api.assessments[':slug']['hand-ins'].$get({ param })) };
};
