import type { RequestEvent } from '@sveltejs/kit';
import { env } from 'node:process';
import { createApiClient, type ApiClient } from '#lib/api/client.ts';
import { withSetCookies } from './cookie-header.ts';

/**
 * A client of the API that acts as the person who made `event`.
 *
 * In one process with the API it calls the API's own `fetch`; apart from it, `API_URL`. Cookies that
 * the API sets are collected in `locals.setCookies` and used by the later calls of the same request,
 * so that loading after signing in already sees the new session.
 */
export function apiFor(event: RequestEvent): ApiClient {
  const { locals, platform, request, url } = event;
  const inProcess = platform?.req.apiFetch;
  let cookie = request.headers.get('cookie') ?? '';

  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const call = new Request(input, init);
    if (cookie) call.headers.set('cookie', cookie);
    call.headers.set('accept-language', locals.locale);
    call.headers.set('origin', url.origin);
    call.headers.set('x-request-id', locals.requestId);
    call.headers.set('x-forwarded-for', event.getClientAddress());
    call.headers.set('x-forwarded-proto', url.protocol.slice(0, -1));
    const agent = request.headers.get('user-agent');
    if (agent) call.headers.set('user-agent', agent);

    const response = inProcess ? await inProcess(call) : await fetch(call);
    const set = response.headers.getSetCookie();
    locals.setCookies.push(...set);
    cookie = withSetCookies(cookie, set);
    return response;
  };

  const origin = inProcess ? url.origin : (env['API_URL'] ?? url.origin);
  return createApiClient(origin, send);
}
