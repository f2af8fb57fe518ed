import type { Questionnaire } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

/** The texts of a round's questions; null where it has no survey. A unit's page opens without them too. */
export async function loadQuestionnaire(api: ApiClient, slug: string): Promise<Questionnaire | null> {
  return answer(api.public.surveys[':slug'].$get({ param: { slug } })).then(
    ({ questionnaire }) => questionnaire,
    () => null,
  );
}
