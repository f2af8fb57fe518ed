import { baseLocale, locales, type Locale } from '#lib/paraglide/runtime.js';

export const localeCookie = 'locale';

/** Reads a locale out of a cookie or a form; `undefined` when it is none of ours. */
export function parseLocale(value: unknown): Locale | undefined {
  return locales.find((locale) => locale === value);
}

/**
 * The language a request is answered in: the person's own choice, else the first language of
 * `Accept-Language` that we have (`zh-TW` and `zh` are served in `zh-CN`), else the base locale.
 */
export function localeOf(cookie: string | undefined, acceptLanguage: string | null): Locale {
  return parseLocale(cookie) ?? preferred(acceptLanguage ?? '') ?? baseLocale;
}

function preferred(header: string): Locale | undefined {
  const ranked = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => parameter.trim()).find((p) => p.startsWith('q='));
      return { language: tag.split('-')[0]?.toLowerCase(), quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of ranked) {
    const found = locales.find((locale) => locale.split('-')[0] === language);
    if (found) return found;
  }
  return undefined;
}
