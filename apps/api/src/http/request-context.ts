import type { Language } from '@gongping/contracts';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { randomUUID } from 'node:crypto';
import type { Dependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';

/**
 * Gives every request an id, a language, and the client's address and scheme. The server has settled the
 * `x-forwarded-*` headers before (`server/forwarded.ts`): here they are facts.
 */
export function requestContext({ logger, clock }: Dependencies) {
  return createMiddleware<Environment>(async (c, next) => {
    const started = clock().getTime();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    c.set('language', languageOf(c));
    c.set('address', c.req.header('x-forwarded-for') ?? 'unknown');
    c.set(
      'secure',
      c.req.header('x-forwarded-proto') === 'https' || new URL(c.req.url).protocol === 'https:',
    );
    c.set('actor', null);
    c.set('sessionId', null);
    await next();
    c.res.headers.set('x-request-id', requestId);
    logRequest(c, { logger, milliseconds: clock().getTime() - started });
  });
}

/** The path only: a query or a body may hold what people typed. */
export function logRequest(
  c: Context<Environment>,
  { logger, milliseconds }: Pick<Dependencies, 'logger'> & { milliseconds: number },
): void {
  if (!logger.isLevelEnabled('debug')) return;
  logger.debug({
    requestId: c.get('requestId'),
    method: c.req.method,
    path: c.req.path,
    status: c.res.status,
    milliseconds,
  });
}

export function languageOf(c: Context<Environment>): Language {
  return languageAsked(getCookie(c, 'locale') ?? c.req.header('accept-language'));
}

/** @param asked a language that was chosen, or the header `accept-language` */
export const languageAsked = (asked: string | undefined): Language =>
  /^en\b/i.test(asked ?? '') ? 'en' : 'zh';
