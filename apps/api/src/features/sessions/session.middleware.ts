import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { createLucia } from './lucia.ts';
import { actorFor } from './session.service.ts';

/** Finds who is asking from the session cookie; extends the session and renews the cookie when half used. */
export function authenticate({ db }: Dependencies) {
  const lucias = { secure: createLucia(db, true), plain: createLucia(db, false) };
  return createMiddleware<Environment>(async (c, next) => {
    const lucia = c.get('secure') ? lucias.secure : lucias.plain;
    const sessionId = getCookie(c, lucia.sessionCookieName);
    if (sessionId) {
      const { session } = await lucia.validateSession(sessionId);
      const actor = session ? await actorFor(db, session.userId) : null;
      if (session && actor) {
        c.set('actor', actor);
        c.set('sessionId', session.id);
        if (session.fresh) c.header('set-cookie', lucia.createSessionCookie(session.id).serialize());
      } else {
        c.header('set-cookie', lucia.createBlankSessionCookie().serialize());
      }
    }
    await next();
  });
}
