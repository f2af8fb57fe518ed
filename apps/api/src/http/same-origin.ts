import { createMiddleware } from 'hono/factory';
import type { Dependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem-error.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page sends with our cookie: browsers say where a request comes from in
 * `Sec-Fetch-Site`, older ones in `Origin`. A program without either header carries no browser's cookie.
 */
export function sameOrigin({ origin }: Dependencies) {
  return createMiddleware<Environment>(async (c, next) => {
    if (!safeMethods.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site');
      const from = c.req.header('origin');
      const host = c.req.header('host') ?? new URL(c.req.url).host;
      const own = origin ?? `${c.get('secure') ? 'https' : 'http'}://${host}`;
      if (site !== undefined && site !== 'same-origin' && site !== 'none')
        throw new ProblemError('cross-site');
      if (site === undefined && from !== undefined && from !== own) throw new ProblemError('cross-site');
    }
    await next();
  });
}
