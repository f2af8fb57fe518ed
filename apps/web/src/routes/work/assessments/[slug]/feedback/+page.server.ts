import { redirect } from '@sveltejs/kit';
import { isOpen } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { rolesIn } from '#lib/people/roles.ts';
import type { PageServerLoad } from './$types';

/** The lists one may read; somebody with a single one is taken to it. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { slug } = params;
  const { user, assessments } = await parent();
  const current = assessments.find((one) => one.slug === slug);
  if (current && !isOpen('problems.read', current.phase))
    return { lists: null, rules: false, organises: false };
  const { lists } = await answer(locals.api.assessments[':slug'].problems.$get({ param: { slug } }));
  const [only] = lists;
  const roles = rolesIn(user, current?.id ?? null);
  const organises = roles.has('organiser');
  const rules = organises || roles.has('reviewer');
  if (only && lists.length === 1 && !rules)
    redirect(303, `/work/assessments/${slug}/feedback/${only.unit.code}`);
  return { lists, rules, organises };
};
