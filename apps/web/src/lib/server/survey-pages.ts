import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { askPage, credentialsIn, type GivenPage } from '#lib/survey/ask-page.ts';
import { pageMark } from '#lib/survey/page-facts.ts';
import { takesGzip } from './compression.ts';
import { keepPage, type KeptPage } from './kept-page.ts';

interface Kept {
  readonly page: KeptPage;
  readonly headers: Headers;
}

/** Pages that are kept at the most, of about 10 kB each: 300 units in two languages and three colours. */
const most = 2000;
const kept = new Map<string, Kept>();

/** Answers come from browsers' forms: only what is in those goes with them, never what is in an address. */
const referrerPolicy = 'strict-origin';

/**
 * Pages on which people answer. Everything on such a page but one hidden field is the same for everybody who sees the
 * same survey, unit, language and colours: it is made once and kept, and each request costs a stamp and a copy.
 */
export const surveyPages: Handle = async ({ event, resolve }) => {
  const { locals, params, request } = event;
  if (!event.route.id?.startsWith('/(answering)/')) return resolve(event);
  // Nobody who answers is anybody: pages are the same whoever is signed in.
  locals.anonymous = true;
  const slug = params['slug'];
  const isPage = slug !== undefined && !event.route.id.endsWith('/receipt');
  if (!isPage || request.method !== 'GET') return bare(await resolve(event), event);

  locals.surveyPage = await askPage(locals.api, slug, credentialsIn(event.url));
  const name = nameOf(event, locals.surveyPage);
  const found = name === null ? undefined : kept.get(name);
  if (found) return given(found, event);
  const response = await resolve(event);
  const made = await keptOf(response);
  if (made === null) return bare(response, event);
  if (name !== null && response.status === 200) remember(name, made);
  return given(made, event);
};

/** What the page depends on; null where it is made for one request only. */
function nameOf({ locals, params, url }: RequestEvent, { facts, page }: GivenPage): string | null {
  if (page === null || url.searchParams.has('q')) return null;
  const carries = facts.token === undefined ? (facts.channel === undefined ? '' : 'staffed') : 'invited';
  return [params['slug'], params['unit'], locals.locale, locals.theme, carries, page.mark].join('\n');
}

function remember(name: string, page: Kept): void {
  kept.set(name, page);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

/** The page without what is one request's own; null where it is none, but a redirection or data. */
async function keptOf(response: Response): Promise<Kept | null> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return null;
  const html = await response.text();
  const headers = new Headers(response.headers);
  for (const name of ['content-length', 'etag', 'set-cookie']) headers.delete(name);
  // There is no script and no style in these pages themselves, and a nonce that is kept would be none.
  const policy = headers.get('content-security-policy')?.replaceAll(/ 'nonce-[^']*'/g, '');
  if (policy !== undefined) headers.set('content-security-policy', policy);
  headers.set('cache-control', 'private, no-store');
  headers.set('referrer-policy', referrerPolicy);
  headers.set('vary', 'accept-encoding');
  return { page: keepPage(html, pageMark), headers };
}

function given({ page, headers }: Kept, { locals, request }: RequestEvent, status = 200): Response {
  const text = attributeText(JSON.stringify(locals.surveyPage?.facts ?? null));
  const own = new Headers(headers);
  if (!takesGzip(request)) return new Response(page.plain(text), { headers: own, status });
  const body = page.gzip(text);
  own.set('content-encoding', 'gzip');
  own.set('content-length', String(body.length));
  return new Response(body, { headers: own, status });
}

/** A page that is made for one request: an answer to a form, a receipt, an error. */
async function bare(response: Response, event: RequestEvent): Promise<Response> {
  const made = await keptOf(response);
  if (made === null) {
    response.headers.set('referrer-policy', referrerPolicy);
    return response;
  }
  const whole = given(made, event, response.status);
  for (const cookie of response.headers.getSetCookie()) whole.headers.append('set-cookie', cookie);
  return whole;
}

const attributeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
