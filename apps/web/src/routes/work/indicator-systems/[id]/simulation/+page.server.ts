import { error } from '@sveltejs/kit';
import type { Simulation } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { PageServerLoad } from './$types';

/** With the scores of the newest round unless the address names another. */
export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { user, assessments } = await parent();
  if (!organisesPlatform(user)) error(403, m.errors_forbidden_sentence());
  const param = { id: params.id };
  const system = await answer(locals.api['indicator-systems'][':id'].$get({ param }));
  const round =
    assessments.find(({ slug }) => slug === url.searchParams.get('round')) ?? assessments[0] ?? null;
  const head = {
    system: { id: system.id, title: system.title, version: system.version },
    round: round?.slug ?? null,
  };
  const none: { simulation: Simulation | null; problem: string | null } = { simulation: null, problem: null };
  if (!round) return { ...head, ...none };
  const response = await locals.api.assessments[':slug'].simulations[':system'].$get({
    param: { slug: round.slug, system: params.id },
  });
  // A draft that cannot be computed yet is no failure of the page.
  if (!response.ok) return { ...head, ...none, problem: (await problemOf(response as Response)).detail };
  return { ...head, ...none, simulation: (await response.json()) as Simulation };
};
