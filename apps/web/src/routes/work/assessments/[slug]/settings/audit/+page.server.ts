import type { AuditEntry } from '@gongping/contracts';
import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { filterQuery, readAuditFilter } from '#lib/audit/filter.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

const sizes = [50, 100, 200] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { user } = await parent();
  const platform = organisesPlatform(user) && url.searchParams.get('scope') === 'platform';
  const before = Number(url.searchParams.get('before'));
  const limit = sizes.find((size) => String(size) === url.searchParams.get('limit')) ?? sizes[0];
  const filter = readAuditFilter(url.searchParams);
  const query = {
    limit: String(limit),
    ...filterQuery(filter),
    ...(Number.isInteger(before) && before > 0 ? { before: String(before) } : {}),
  };
  const param = { slug: params.slug };
  // Named, because the inferred type of `unknown` on the wire is without end.
  const page: { entries: AuditEntry[]; next: number | null; actions: string[] } = platform
    ? await answer(locals.api.audit.$get({ query }))
    : await answer(locals.api.assessments[':slug'].audit.$get({ param, query }));
  return { ...page, platform, limit, sizes, filter, isNewest: query.before === undefined };
};

export const actions: Actions = {
  verify: async ({ locals, params }) => {
    const param = { slug: params.slug };
    const call = locals.api.assessments[':slug'].audit.verification.$get({ param });
    const response = await call.catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { problem: detail });
    }
    return { verification: await response.json() };
  },
};
