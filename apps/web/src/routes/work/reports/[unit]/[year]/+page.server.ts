import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const route = locals.api['unit-reports'][':unit'][':year'];
  const report = await answer(route.$get({ param: params }));
  const wanted = url.searchParams.get('version');
  const newest = report.versions[0]?.version ?? null;
  // Whoever cannot write sees what was filed.
  const version = wanted ?? (report.draft === null && newest !== null ? String(newest) : null);
  if (version === null) return { report, version: null };
  const param = { ...params, version };
  return { report, version: await answer(route.versions[':version'].$get({ param })) };
};
