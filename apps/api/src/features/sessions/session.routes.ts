import {
  changePassword as changePasswordBody,
  deviceList,
  id,
  sessionView,
  signIn as signInBody,
  type SessionView,
} from '@gongping/contracts';
import type { Context } from 'hono';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { isDemonstrationLoaded } from '../demonstration/demonstration.service.ts';
import * as service from './session.service.ts';

const tags = ['sessions'];
const noContent = { description: 'Done.' };

export function sessionRoutes(deps: Dependencies) {
  const { db } = deps;
  return createRouter()
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/session',
        tags,
        summary: 'Who is signed in',
        responses: { 200: jsonAnswer(sessionView, 'The person, or null.') },
      }),
      async (c) => c.json(await sessionViewOf(deps, c.get('actor')), 200),
    )
    .openapi(
      defineRoute('public', {
        method: 'post',
        path: '/session',
        tags,
        summary: 'Sign in',
        request: { body: jsonBody(signInBody) },
        responses: {
          200: jsonAnswer(sessionView, 'Signed in; a cookie is set.'),
          401: problemAnswer,
          429: problemAnswer,
        },
      }),
      async (c) => {
        const { cookie, actor } = await service.signIn(deps, c.req.valid('json'), clientOf(c));
        c.header('set-cookie', cookie);
        return c.json(await sessionViewOf(deps, actor), 200);
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'delete',
        path: '/session',
        tags,
        summary: 'Sign out on this device',
        responses: { 204: noContent },
      }),
      async (c) => {
        c.header('set-cookie', await service.signOut(db, c.get('sessionId'), c.get('secure')));
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/sessions',
        tags,
        summary: 'Devices on which I am signed in',
        responses: { 200: jsonAnswer(deviceList, 'The devices.') },
      }),
      async (c) => c.json({ devices: await service.listDevices(db, actorOf(c), c.get('sessionId')) }, 200),
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'delete',
        path: '/sessions',
        tags,
        summary: 'Sign out everywhere',
        responses: { 204: noContent },
      }),
      async (c) => {
        await service.signOutEverywhere(db, actorOf(c));
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'delete',
        path: '/sessions/{id}',
        tags,
        summary: 'Sign out on one device',
        request: { params: z.object({ id }) },
        responses: { 204: noContent, 404: problemAnswer },
      }),
      async (c) => {
        await service.signOutDevice(db, actorOf(c), c.req.valid('param').id);
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'put',
        path: '/session/password',
        tags,
        summary: 'Change my password; signs every device out',
        request: { body: jsonBody(changePasswordBody) },
        responses: { 204: noContent, 401: problemAnswer },
      }),
      async (c) => {
        const change = { ...c.req.valid('json'), requestId: c.get('requestId') };
        await service.changePassword(deps, actorOf(c), change);
        return c.body(null, 204);
      },
    );
}

/** Where the request comes from, for a session it may start. */
export function clientOf(c: Context<Environment>): service.Client {
  return {
    address: c.get('address'),
    secure: c.get('secure'),
    userAgent: c.req.header('user-agent') ?? '',
  };
}

/** Who is signed in, as the site is told. */
export async function sessionViewOf({ db }: Dependencies, actor: Actor | null): Promise<SessionView> {
  const user = actor ? { ...actor, grants: [...actor.grants] } : null;
  return { user, demonstration: await isDemonstrationLoaded(db) };
}
