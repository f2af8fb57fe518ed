import type { Language } from '@gongping/contracts';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { randomUUID } from 'node:crypto';
import type { Dependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';

/** Gives every request an id, a language, and the client's address and scheme as far as proxies are trusted. */
export function requestContext({ trustedProxies, logger, clock }: Dependencies) {
  return createMiddleware<Environment>(async (c, next) => {
    const started = clock().getTime();
    const requestId = randomUUID();
    const peer = peerAddress(c);
    const trusted = peer === 'in-process' || trustedProxies.includes(peer);
    c.set('requestId', requestId);
    c.set('language', languageOf(c));
    c.set('address', (trusted && lastForwarded(c.req.header('x-forwarded-for'))) || peer);
    c.set('secure', new URL(c.req.url).protocol === 'https:' || (trusted && isForwardedHttps(c)));
    c.set('actor', null);
    c.set('sessionId', null);
    await next();
    c.res.headers.set('x-request-id', requestId);
    // The path only: a query or a body may hold what people typed.
    logger.debug({
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      milliseconds: clock().getTime() - started,
    });
  });
}

function peerAddress(c: Context<Environment>): string {
  if (!c.env?.incoming) return 'in-process';
  return getConnInfo(c).remote.address ?? 'unknown';
}

/** The nearest proxy appended the last entry; what stands before it is the client's own claim. */
function lastForwarded(header: string | undefined): string | undefined {
  return header?.split(',').at(-1)?.trim();
}

function isForwardedHttps(c: Context<Environment>): boolean {
  return c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}

function languageOf(c: Context<Environment>): Language {
  const chosen = getCookie(c, 'locale') ?? c.req.header('accept-language') ?? '';
  return /^en\b/i.test(chosen) ? 'en' : 'zh';
}
