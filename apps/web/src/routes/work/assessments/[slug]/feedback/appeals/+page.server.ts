import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  answer(locals.api.assessments[':slug'].appeals.$get({ param: params }));
