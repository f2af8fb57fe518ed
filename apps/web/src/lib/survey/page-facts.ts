import type { SurveyPage } from '@gongping/contracts';

/** What a page was given: it goes into one hidden field, and comes back with the answers. */
export interface PageFacts {
  /** Idempotency key: what is sent twice with it counts once. */
  readonly key: string;
  readonly stamp: string;
  readonly challenge: SurveyPage['challenge'];
  /** Of an invitation. */
  readonly token?: string;
  /** Of a staffed device. */
  readonly channel?: string;
  readonly secret?: string;
}

/** Name of the hidden field. */
export const pageField = 'page';
/** What stands in that field while a page is made; what each page is given takes its place. */
export const pageMark = '%survey-page%';

const longest = 4000;

/** The hidden field as a form sends it; null where it is none of ours. Its stamp and challenge are the API's to judge. */
export function parsePageFacts(text: unknown): PageFacts | null {
  if (typeof text !== 'string' || text.length > longest) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { key, stamp, challenge, token, channel, secret } = value as Record<string, unknown>;
    if (typeof key !== 'string' || !/^[\w-]{1,64}$/.test(key) || typeof stamp !== 'string') return null;
    return {
      key,
      stamp,
      challenge: (challenge ?? null) as PageFacts['challenge'],
      ...(typeof token === 'string' ? { token } : {}),
      ...(typeof channel === 'string' ? { channel } : {}),
      ...(typeof secret === 'string' ? { secret } : {}),
    };
  } catch {
    return null;
  }
}
