import type { LocalText } from '@gongping/scoring';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The wording of content from the API (units, indicators, bands) in the person's language. */
export function localText(text: LocalText): string {
  return getLocale() === 'en' && text.en !== '' ? text.en : text.zh;
}
