import { error } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { PageServerLoad } from './$types';

/** Compared with the version before it unless the address names another. */
export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { user } = await parent();
  if (!organisesPlatform(user)) error(403, m.errors_forbidden_sentence());
  const { systems } = await answer(locals.api['indicator-systems'].$get());
  const system = systems.find(({ id }) => id === params.id);
  if (!system) error(404, m.errors_not_found_sentence());
  const others = systems.filter(({ id }) => id !== system.id);
  const before = others
    .filter(({ code, version }) => code === system.code && version < system.version)
    .toSorted((a, b) => b.version - a.version)[0];
  const asked = url.searchParams.get('from');
  const from = others.find(({ id }) => id === asked) ?? before ?? others[0] ?? null;
  const param = { id: system.id, from: from?.id ?? '' };
  const difference =
    from && (await answer(locals.api['indicator-systems'][':id'].differences[':from'].$get({ param })));
  return { system, others, from: from?.id ?? null, difference };
};
