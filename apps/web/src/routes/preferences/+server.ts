import { redirect } from '@sveltejs/kit';
import { localeCookie, parseLocale } from '#lib/server/locale.ts';
import { nextPath } from '#lib/server/next-path.ts';
import { parseTheme, themeCookie } from '#lib/theme/theme.ts';
import type { RequestHandler } from './$types';

const aYear = 365 * 24 * 60 * 60;

/** Sets language or theme and returns to the page; a plain form, so that it works without scripts. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const options = {
    path: '/',
    maxAge: aYear,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  } as const;
  const locale = parseLocale(form.get('locale'));
  if (locale) cookies.set(localeCookie, locale, options);
  if (form.has('theme')) cookies.set(themeCookie, parseTheme(form.get('theme')), options);
  redirect(303, nextPath(form.get('next'), '/'));
};
