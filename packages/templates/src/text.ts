import type { LocalText } from '@gongping/scoring';

/** Wording in both languages. */
export function text(zh: string, en: string): LocalText {
  return { zh, en };
}
