import { error } from '@sveltejs/kit';
import type { IndicatorSystem } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { user } = await parent();
  if (!organisesPlatform(user)) error(403, m.errors_forbidden_sentence());
  const param = { id: params.id };
  const one = locals.api['indicator-systems'][':id'];
  const [system, { checks }] = await Promise.all([
    answer(one.$get({ param })),
    answer(one.checks.$get({ param })),
  ]);
  return { system: system as IndicatorSystem, checks };
};
