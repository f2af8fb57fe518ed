import { redirect } from '@sveltejs/kit';
import { localeCookie, parseLocale } from '#lib/server/locale.ts';
import { preferenceCookie } from '#lib/server/preference-cookie.ts';
import { nextPath } from '#lib/server/next-path.ts';
import { parseTheme, themeCookie } from '#lib/theme/theme.ts';
import type { RequestHandler } from './$types';

/** Sets language or theme and returns to the page; a plain form, so that it works without scripts. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const options = preferenceCookie(url);
  const locale = parseLocale(form.get('locale'));
  if (locale) cookies.set(localeCookie, locale, options);
  if (form.has('theme')) cookies.set(themeCookie, parseTheme(form.get('theme')), options);
  redirect(303, nextPath(form.get('next'), '/'));
};
