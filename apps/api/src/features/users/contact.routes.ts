import { contact } from '@gongping/contracts';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { changeContact, readContact } from './contact.ts';

const tags = ['users'];

export function contactRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/session/contact',
        tags,
        summary: 'Where I get e-mail',
        responses: { 200: jsonAnswer(contact, 'Address and language.'), 401: problemAnswer },
      }),
      async (c) => c.json(await readContact(deps, actorOf(c)), 200),
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'put',
        path: '/session/contact',
        tags,
        summary: 'Change where I get e-mail; null for none',
        request: { body: jsonBody(contact) },
        responses: { 200: jsonAnswer(contact, 'As it is now.'), 401: problemAnswer, 422: problemAnswer },
      }),
      async (c) => {
        const args = { contact: c.req.valid('json'), requestId: c.get('requestId') };
        return c.json(await changeContact(deps, actorOf(c), args), 200);
      },
    );
}
