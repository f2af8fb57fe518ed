import { redirect, type RequestEvent } from '@sveltejs/kit';
import { localeCookie, parseLocale } from '#lib/server/locale.ts';
import { preferenceCookie } from '#lib/server/preference-cookie.ts';

/**
 * Where a form asks for another language: keeps it, and has the browser send the same form again, so that the page is
 * made in that language with everything that was filled in.
 */
export function changeLanguage(
  { cookies, locals, url }: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>,
  form: FormData,
): void {
  const locale = parseLocale(form.get('locale'));
  if (locale === undefined || locale === locals.locale) return;
  cookies.set(localeCookie, locale, preferenceCookie(url));
  redirect(307, url.pathname + url.search);
}
