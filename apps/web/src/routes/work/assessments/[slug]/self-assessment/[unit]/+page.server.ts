import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import { rolesIn } from '#lib/people/roles.ts';
import type { PageServerLoad } from './$types';

/** Must not read the address's `leaf`: moving between leaves happens on the page, without a load. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { slug, unit } = params;
  const { user } = await parent();
  const sheet = await answer(
    locals.api.assessments[':slug']['self-assessments'][':unit'].$get({ param: { slug, unit } }),
  );
  const leaves = new Set(sheet.claims.map(({ indicator }) => indicator));
  const searchEntries = sheet.indicators
    .filter(({ code }) => leaves.has(code))
    .map(({ code, name }) => ({
      label: localText(name),
      detail: code,
      href: `/work/assessments/${slug}/self-assessment/${unit}?leaf=${code}`,
    }));
  return { sheet, searchEntries, organises: rolesIn(user, sheet.assessment.id).has('organiser') };
};
