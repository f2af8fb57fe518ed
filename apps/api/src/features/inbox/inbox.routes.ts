import { id, inbox, inboxRead, newReminder, sentReminder, unreadCount } from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { assessmentParams } from '../assessments/assessment.params.ts';
import * as service from './inbox.service.ts';
import { sendReminder } from './send-reminder.ts';

const tags = ['inbox'];
const query = z.object({
  before: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export function inboxRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/inbox',
        tags,
        summary: 'My messages, newest first',
        request: { query },
        responses: { 200: jsonAnswer(inbox, 'A page of messages.'), 401: problemAnswer },
      }),
      async (c) => {
        const { before = null, limit } = c.req.valid('query');
        const wanted = { before, limit, language: c.get('language') };
        return c.json(await service.readInbox(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/inbox/unread',
        tags,
        summary: 'How many messages I have not read',
        responses: { 200: jsonAnswer(unreadCount, 'Their number.'), 401: problemAnswer },
      }),
      async (c) => c.json({ unread: await service.countUnread(deps, actorOf(c)) }, 200),
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'post',
        path: '/inbox/read',
        tags,
        summary: 'Mark messages of mine read',
        request: { body: jsonBody(inboxRead) },
        responses: {
          200: jsonAnswer(unreadCount, 'How many are left unread.'),
          401: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const unread = await service.markRead(deps, actorOf(c), c.req.valid('json').ids);
        return c.json({ unread }, 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/reminders',
        tags,
        summary: 'Remind liaisons of units and evaluators in the organiser’s words',
        request: { params: assessmentParams, body: jsonBody(newReminder) },
        responses: {
          201: jsonAnswer(sentReminder, 'How many people were reminded.'),
          401: problemAnswer,
          403: problemAnswer,
          404: problemAnswer,
          422: problemAnswer,
        },
      }),
      async (c) => {
        const args = {
          ...c.req.valid('param'),
          reminder: c.req.valid('json'),
          requestId: c.get('requestId'),
        };
        return c.json({ sent: await sendReminder(deps, actorOf(c), args) }, 201);
      },
    );
}
