import type { Handle } from '@sveltejs/kit/hooks';
import { withoutNonce } from './without-nonce.ts';

/** Headers of one response alone. */
const ofOne = new Set(['content-length', 'etag', 'set-cookie', 'x-request-id', 'date']);

/**
 * Hands a published page over to the server, which keeps it for all who ask for the same (see the server's
 * `publishedPages`). The server asks for it only where nobody is signed in; such a page is made as for nobody.
 */
export const publishedPages: Handle = async ({ event, resolve }) => {
  const keep = event.platform?.req.keepPage;
  if (!keep) return resolve(event);
  event.locals.anonymous = true;
  const response = await resolve(event);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  const isOwn = response.headers.has('set-cookie') || event.locals.passing;
  if (response.status !== 200 || !isPage || isOwn) return response;
  const page = withoutNonce(await response.text(), response.headers.get('content-security-policy') ?? '');
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', page.policy);
  keep({ html: page.html, headers: Object.fromEntries([...headers].filter(([name]) => !ofOne.has(name))) });
  headers.delete('etag');
  headers.delete('content-length');
  headers.set('cache-control', 'public, no-cache');
  headers.set('vary', 'accept-encoding, accept-language, cookie');
  return new Response(page.html, { headers });
};
