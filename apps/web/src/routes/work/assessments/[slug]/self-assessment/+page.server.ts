import { redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { rolesIn } from '#lib/people/roles.ts';
import type { PageServerLoad } from './$types';

/** A liaison of one unit goes to its sheet; everybody else to the list. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { slug } = params;
  const { user } = await parent();
  const list = await answer(locals.api.assessments[':slug']['self-assessments'].$get({ param: { slug } }));
  const roles = rolesIn(user, list.assessment.id);
  const [only, ...others] = list.units;
  const oversees = roles.has('organiser') || roles.has('reviewer');
  if (only && others.length === 0 && !oversees)
    redirect(307, `/work/assessments/${slug}/self-assessment/${only.unit.code}`);
  return { list, organises: roles.has('organiser') };
};
