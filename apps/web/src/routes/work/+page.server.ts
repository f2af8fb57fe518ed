import { ownClaims } from '#lib/claims/own-claims.ts';
import { loadOwnLists } from '#lib/feedback/own-lists.ts';
import { answer } from '#lib/api/answer.ts';
import { organisesPlatform, rolesIn } from '#lib/people/roles.ts';
import { loadOrganiserDay } from '#lib/today/load-organiser.ts';
import { loadRulings } from '#lib/today/load-rulings.ts';
import { loadNewestRanking, loadOwnUnits } from '#lib/today/load-published.ts';
import type { PageServerLoad } from './$types';

/** Each role's first page: what is to be done, and what is stuck. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { user, assessment } = await parent();
  const { api } = locals;
  const now = new Date().toISOString();
  const roles = rolesIn(user, assessment?.id ?? null);
  if (!assessment)
    return {
      now,
      canCreate: organisesPlatform(user),
      organiser: null,
      progress: null,
      sheets: null,
      leader: null,
      liaison: null,
      claims: null,
      lists: [],
      rulings: null,
    };
  const param = { slug: assessment.slug };

  const assesses = roles.has('liaison') && assessment.procedure.selfAssessment;
  const [organiser, progress, sheets, leader, liaison, claims, lists, rulings] = await Promise.all([
    roles.has('organiser') ? loadOrganiserDay(api, assessment.slug) : null,
    roles.has('reviewer') && !roles.has('organiser')
      ? answer(api.assessments[':slug'].progress.$get({ param }))
      : null,
    roles.has('evaluator') ? answer(api.assessments[':slug']['score-sheets'].$get({ param })) : null,
    roles.has('leader') ? loadNewestRanking(api).then((newest) => ({ newest })) : null,
    roles.has('liaison') ? loadOwnUnits(api, user) : null,
    assesses ? answer(api.assessments[':slug']['self-assessments'].$get({ param })) : null,
    roles.has('liaison') ? loadOwnLists(api, assessment, user) : [],
    roles.has('reviewer') ? loadRulings(api, assessment) : null,
  ]);
  return {
    now,
    canCreate: organisesPlatform(user),
    organiser,
    progress,
    sheets,
    leader,
    liaison,
    claims: claims && ownClaims(claims, user),
    lists,
    rulings,
  };
};
