import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { rolesIn } from '#lib/people/roles.ts';
import { searchEntries } from '#lib/setup/search-entries.ts';
import type { LayoutServerLoad } from './$types';

/** Fills the search of the top bar on every page of an assessment; without it the pages work all the same. */
export const load: LayoutServerLoad = async ({ locals, params, parent }) => {
  const { slug } = params;
  const { user, assessments } = await parent();
  const current = assessments.find((assessment) => assessment.slug === slug);
  if (!current) return { searchEntries: [] };
  const roles = rolesIn(user, current.id);
  const oversees = roles.has('organiser') || roles.has('reviewer') || roles.has('leader');
  if (!oversees && !roles.has('evaluator') && current.phase !== 'published') return { searchEntries: [] };
  const named =
    oversees || !roles.has('evaluator') ? wholeRound(locals.api, slug) : ownPart(locals.api, slug);
  return named.then(
    (found) => ({ searchEntries: searchEntries({ slug, ...found }, roles) }),
    () => ({ searchEntries: [] }),
  );
};

async function wholeRound(api: ApiClient, slug: string) {
  const { units, settings } = await answer(api.assessments[':slug'].$get({ param: { slug } }));
  const param = { id: settings.indicatorSystemId };
  // Liaisons may not read the system: they find units only.
  const system = await answer(api['indicator-systems'][':id'].$get({ param })).catch(() => null);
  const leaves = (system?.indicators ?? []).filter(({ rule }) => rule !== null);
  return { units, leaves: leaves.filter(({ code }) => !settings.excludedIndicators.includes(code)) };
}

/** Evaluators find the units and leaves that are theirs. */
async function ownPart(api: ApiClient, slug: string) {
  const list = await answer(api.assessments[':slug']['score-sheets'].$get({ param: { slug } }));
  return { units: list.sheets.map(({ unit }) => unit), leaves: list.indicators };
}
