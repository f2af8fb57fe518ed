import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import type { OpenPointCounts } from './attention.ts';

/** What the organiser's first page is made of. */
export async function loadOrganiserDay(api: ApiClient, slug: string) {
  const param = { slug };
  const [progress, board, { settings }, openPoints, checks] = await Promise.all([
    answer(api.assessments[':slug'].progress.$get({ param })),
    answer(api.assessments[':slug'].board.$get({ param })),
    answer(api.assessments[':slug'].$get({ param })),
    answer(api.assessments[':slug']['open-points'].$get({ param })),
    answer(api.assessments[':slug'].checks.$get({ param, query: { limit: '0' } })),
  ]);
  const unscored = openPoints.points.filter(({ kind }) => kind === 'unscored').length;
  const unassigned = openPoints.points.filter(({ kind }) => kind === 'unassigned').length;
  const open: OpenPointCounts = {
    total: openPoints.total - unassigned,
    unscored,
    incomplete: openPoints.total - unscored - unassigned,
  };
  return { progress, board, minimumSample: settings.minimumSample, open, checks: checks.counts };
}
