import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { paper } = locals.api.assessments[':slug'].survey;
  const { channels } = await answer(paper.$get({ param: { slug: params.slug } }));
  return { channels, slug: params.slug };
};
