import { oneTimeLinkView, sessionView, useOneTimeLink } from '@gongping/contracts';
import { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { clientOf, sessionViewOf } from '../sessions/session.routes.ts';
import * as service from './one-time-link.service.ts';

const tags = ['users'];
const params = z.object({ token: z.string().min(1).max(200) });

export function oneTimeLinkRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/setup/{token}',
        tags,
        summary: 'What a one-time link is for',
        request: { params },
        responses: { 200: jsonAnswer(oneTimeLinkView, 'Its purpose.'), 410: problemAnswer },
      }),
      async (c) => {
        c.header('cache-control', 'no-store');
        return c.json(await service.viewLink(deps, c.req.valid('param').token), 200);
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'post',
        path: '/setup/{token}',
        tags,
        summary: 'Use a one-time link: set the password and sign in',
        request: { params, body: jsonBody(useOneTimeLink) },
        responses: {
          200: jsonAnswer(sessionView, 'Signed in; a cookie is set.'),
          409: problemAnswer,
          410: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const use = {
          ...c.req.valid('json'),
          token: c.req.valid('param').token,
          client: clientOf(c),
          requestId: c.get('requestId'),
          language: c.get('language'),
        };
        const { cookie, actor } = await service.useLink(deps, use);
        c.header('set-cookie', cookie);
        return c.json(await sessionViewOf(deps, actor), 200);
      },
    );
}
