import { error } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { m } from '#lib/paraglide/messages.js';

/** The survey of an address; one that does not exist, or an address that cannot be one, is a page that says so. */
export async function loadSurvey(api: ApiClient, slug: string) {
  const call = api.public.surveys[':slug'].$get({ param: { slug } });
  const response = await call.catch(() => error(503, m.errors_unreachable()));
  if (response.status === 404 || (response.status as number) === 422) error(404, m.survey_unknown());
  return answer(Promise.resolve(response));
}
