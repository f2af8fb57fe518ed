import { createdUser, id, newUser, oneTimeLink, user, userChange, userList } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import * as service from './user.service.ts';

const tags = ['users'];
const params = z.object({ id });
const refusals = { 401: problemAnswer, 403: problemAnswer };

export function userRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/users',
        tags,
        summary: 'All accounts with their roles',
        responses: { 200: jsonAnswer(userList, 'The accounts, oldest first.'), ...refusals },
      }),
      async (c) => c.json({ users: await service.listUsers(deps, actorOf(c)) }, 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/users',
        tags,
        summary: 'Make an account and the link that sets its password',
        request: { body: jsonBody(newUser) },
        responses: {
          201: jsonAnswer(createdUser, 'The account, and its link, which is shown only now.'),
          409: problemAnswer,
          422: problemAnswer,
          ...refusals,
        },
      }),
      async (c) => {
        const asked = { requestId: c.get('requestId'), language: c.get('language') };
        const created = await service.createUser(deps, actorOf(c), { user: c.req.valid('json'), ...asked });
        return c.json(created, 201);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'patch',
        path: '/users/{id}',
        tags,
        summary: 'Change, disable or enable an account',
        request: { params, body: jsonBody(userChange) },
        responses: {
          200: jsonAnswer(user, 'The account as it is now.'),
          404: problemAnswer,
          409: problemAnswer,
          422: problemAnswer,
          ...refusals,
        },
      }),
      async (c) => {
        const asked = { requestId: c.get('requestId'), language: c.get('language') };
        const args = { id: c.req.valid('param').id, change: c.req.valid('json'), ...asked };
        return c.json(await service.changeUser(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/users/{id}/one-time-link',
        tags,
        summary: 'A new link that sets the password of an account',
        request: { params },
        responses: {
          201: jsonAnswer(oneTimeLink, 'The link, which is shown only now; those before no longer work.'),
          404: problemAnswer,
          ...refusals,
        },
      }),
      async (c) => {
        const args = { id: c.req.valid('param').id, requestId: c.get('requestId') };
        return c.json(await service.renewLink(deps, actorOf(c), args), 201);
      },
    );
}
