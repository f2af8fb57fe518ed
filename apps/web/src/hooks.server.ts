import { redirect, type RequestEvent } from '@sveltejs/kit';
import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { anonymous } from '#lib/api/session.ts';
import { defineCustomServerStrategy } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { apiFor } from '#lib/server/api.ts';
import { errorSentence } from '#lib/frame/error-sentence.ts';
import { compressed } from '#lib/server/compression.ts';
import { localeCookie, localeOf } from '#lib/server/locale.ts';
import { setSecurityHeaders } from '#lib/server/security-headers.ts';
import { publishedPages } from '#lib/server/published-pages.ts';
import { surveyPages } from '#lib/server/survey-pages.ts';
import { readSession } from '#lib/server/session.ts';
import { parseTheme, themeCookie } from '#lib/theme/theme.ts';

const localeHeader = 'x-gongping-locale';

defineCustomServerStrategy('custom-request', {
  getLocale: (request) => request?.headers.get(localeHeader) ?? undefined,
});

const readPreferences: Handle = ({ event, resolve }) => {
  const { cookies, locals, request } = event;
  locals.requestId = request.headers.get('x-request-id') ?? crypto.randomUUID();
  locals.setCookies = [];
  locals.session = anonymous;
  locals.anonymous = false;
  locals.passing = false;
  locals.surveyPage = null;
  locals.locale = localeOf(cookies.get(localeCookie), request.headers.get('accept-language'));
  locals.theme = parseTheme(cookies.get(themeCookie));
  locals.api = apiFor(event);
  return resolve(event);
};

// Paraglide keeps the locale in async storage, so that messages need no argument on the server.
const speak: Handle = ({ event, resolve }) => {
  const { locale, theme } = event.locals;
  const marked = new Request(event.url, { headers: { [localeHeader]: locale } });
  return paraglideMiddleware(marked, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%locale%', locale).replace('%theme%', theme),
    }),
  );
};

const guard: Handle = async ({ event, resolve }) => {
  const { session, unreachable } = await readSession(event);
  event.locals.session = event.locals.anonymous ? { ...session, user: null } : session;
  // Without the API nobody can be told apart; work/+layout.server.ts then shows the error page.
  if (isWork(event) && !session.user && !unreachable) {
    const next = event.request.method === 'GET' ? event.url.pathname + event.url.search : '/work';
    redirect(303, `/sign-in?next=${encodeURIComponent(next)}`);
  }
  return resolve(event);
};

const finish: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  setSecurityHeaders(response.headers, event.locals.session.user !== null);
  response.headers.set('x-request-id', event.locals.requestId);
  for (const cookie of event.locals.setCookies) response.headers.append('set-cookie', cookie);
  return response;
};

const compress: Handle = async ({ event, resolve }) => compressed(event.request, await resolve(event));

export const handle = sequence(readPreferences, compress, publishedPages, finish, surveyPages, speak, guard);

export const handleError: HandleServerError = ({ kind, error: caught, event }) => {
  const requestId = event.locals.requestId;
  if (kind === 'app') return { requestId: caught.requestId ?? requestId };
  const status = kind === 'unknown' ? 500 : caught.status;
  if (kind === 'unknown') console.error(`${requestId} ${event.request.method} ${event.url.pathname}`, caught);
  return { status, message: errorSentence(status), requestId };
};

function isWork({ url }: RequestEvent): boolean {
  return url.pathname === '/work' || url.pathname.startsWith('/work/');
}
