import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

/** Both lists are additions to a page that must open even when the data service does not answer. */
export const load: PageServerLoad = async ({ locals }) => {
  const [publications, surveys] = await Promise.all([
    answer(locals.api.publications.$get()).catch(() => null),
    answer(locals.api.public.surveys.$get()).catch(() => null),
  ]);
  return {
    publications: publications?.publications ?? null,
    surveys: surveys?.surveys.filter(({ status }) => status === 'open') ?? null,
  };
};
