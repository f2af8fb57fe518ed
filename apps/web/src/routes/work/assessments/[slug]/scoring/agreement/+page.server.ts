import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const names = ['atLeast', 'alphaBelow', 'differenceAbove', 'arbitratedFrom'] as const;
  const given = names.flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const call = locals.api.assessments[':slug'].agreement;
  const query = Object.fromEntries(given) as Parameters<typeof call.$get>[0]['query'];
  return { report: await answer(call.$get({ param: { slug: params.slug }, query })) };
};
