import { createMiddleware } from 'hono/factory';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem-error.ts';

/** Refuses a body of another type than the route takes; a route without a body takes anything. */
export function requireMediaType(types: readonly string[]) {
  return createMiddleware<Environment>(async (c, next) => {
    const given = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (types.length > 0 && !types.includes(given)) {
      throw new ProblemError('unsupported-media-type', { values: { expected: types.join(', ') } });
    }
    await next();
  });
}
