import type { Role } from '@gongping/contracts';
import { createMiddleware } from 'hono/factory';
import type { Context } from 'hono';
import { hasRole, type Actor } from './actor.ts';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem-error.ts';

/** Who may call a route at all: anybody, anybody signed in, or holders of a role. Services narrow it to rows. */
export type Access = 'public' | 'signed-in' | readonly [Role, ...Role[]];

/** Refuses before the body is looked at. */
export function requireAccess(access: Access) {
  return createMiddleware<Environment>(async (c, next) => {
    if (access !== 'public') {
      const actor = actorOf(c);
      if (access !== 'signed-in' && !hasRole(actor, access)) throw new ProblemError('forbidden');
    }
    await next();
  });
}

/** The person who asks. @throws ProblemError `not-signed-in` */
export function actorOf(c: Context<Environment>): Actor {
  const actor = c.get('actor');
  if (!actor) throw new ProblemError('not-signed-in');
  return actor;
}
