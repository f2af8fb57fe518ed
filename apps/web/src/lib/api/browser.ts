import { createApiClient, type ApiClient } from './client.ts';

/** The client for calls from the page itself: saving as one types, uploads, previews. */
export function browserApi(): ApiClient {
  return createApiClient(location.origin, (input, init) => fetch(input, init));
}
