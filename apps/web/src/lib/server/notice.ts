import type { Notice } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

/** The notice behind an assessment's indicators; null where it cannot be read, which is no reason to stop scoring. */
export async function readNotice(api: ApiClient, slug: string): Promise<Notice | null> {
  try {
    const { settings } = await answer(api.assessments[':slug'].$get({ param: { slug } }));
    const system = await answer(
      api['indicator-systems'][':id'].$get({ param: { id: settings.indicatorSystemId } }),
    );
    return system.notice;
  } catch {
    return null;
  }
}
