import { mailTemplateChange, mailView } from '@gongping/contracts';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { changeTemplate, readMail } from './mail.service.ts';

const tags = ['mail'];
const refusals = { 401: problemAnswer, 403: problemAnswer };

export function mailRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/mail',
        tags,
        summary: 'Whether e-mail is set up, how it goes, and its words',
        responses: { 200: jsonAnswer(mailView, 'The e-mail of the platform.'), ...refusals },
      }),
      async (c) => c.json(await readMail(deps, actorOf(c)), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/mail/templates',
        tags,
        summary: 'Change the words of a kind of e-mail, or go back to the product’s own',
        request: { body: jsonBody(mailTemplateChange) },
        responses: { 200: jsonAnswer(mailView, 'As it is now.'), ...refusals, 422: problemAnswer },
      }),
      async (c) => {
        const asked = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { change: c.req.valid('json'), ...asked };
        return c.json(await changeTemplate(deps, actorOf(c), args), 200);
      },
    );
}
