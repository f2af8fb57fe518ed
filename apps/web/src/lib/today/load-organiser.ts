import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

/** What the organiser's first page is made of. */
export async function loadOrganiserDay(api: ApiClient, slug: string) {
  const param = { slug };
  const [progress, board, { settings }, checks] = await Promise.all([
    answer(api.assessments[':slug'].progress.$get({ param })),
    answer(api.assessments[':slug'].board.$get({ param })),
    answer(api.assessments[':slug'].$get({ param })),
    answer(api.assessments[':slug'].checks.$get({ param, query: { limit: '0' } })),
  ]);
  return { progress, board, minimumSample: settings.minimumSample, checks: checks.counts };
}
