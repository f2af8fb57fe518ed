import { getLocale } from '#lib/paraglide/runtime.js';
import { createApiClient, type ApiClient } from './client.ts';

/** The client for calls from the page itself: saving as one types, uploads, previews. */
export function browserApi(): ApiClient {
  return createApiClient(location.origin, (input, init) => {
    // The page's language may not be the browser's.
    const headers = new Headers(init?.headers);
    headers.set('accept-language', getLocale());
    return fetch(input, { ...init, headers });
  });
}
