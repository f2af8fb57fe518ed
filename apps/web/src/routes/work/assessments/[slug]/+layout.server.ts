import { answer } from '#lib/api/answer.ts';
import { rolesIn } from '#lib/people/roles.ts';
import { searchEntries } from '#lib/setup/search-entries.ts';
import type { LayoutServerLoad } from './$types';

/** Fills the search of the top bar on every page of an assessment; without it the pages work all the same. */
export const load: LayoutServerLoad = async ({ locals, params, parent }) => {
  const { slug } = params;
  const names = answer(locals.api.assessments[':slug'].names.$get({ param: { slug } })).catch(() => null);
  const { user, assessments } = await parent();
  const current = assessments.find((assessment) => assessment.slug === slug);
  if (!current) return { searchEntries: [] };
  const roles = rolesIn(user, current.id);
  const found = await names;
  return { searchEntries: found ? searchEntries({ slug, ...found }, roles) : [] };
};
