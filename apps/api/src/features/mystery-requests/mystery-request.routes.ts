import {
  assessmentSlug,
  code,
  id,
  mysteryAdoption,
  mysteryEntryChange,
  mysteryLog,
  mysteryLogs,
  mysteryRequest,
  newMysteryEntry,
  requestTerms,
  score,
} from '@gongping/contracts';
import type { Context } from 'hono';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { adoptProposal } from './adopt-proposal.ts';
import { changeTerms } from './change-terms.ts';
import { listLogs, readLog } from './read-log.ts';
import { addEntry, changeEntry, removeEntry } from './write-log.ts';

const tags = ['mystery-requests'];
const params = z.object({ slug: assessmentSlug });
const unitParams = params.extend({ unit: code });
const entryParams = unitParams.extend({ id });
const leafParams = unitParams.extend({ indicator: code });
const path = '/assessments/{slug}/mystery-requests';
const readers = ['evaluator', 'organiser', 'reviewer'] as const;
const writers = ['evaluator', 'organiser'] as const;
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const writeRefusals = { ...refusals, 409: problemAnswer, 422: problemAnswer };

const askedIn = (c: Context<Environment>) => ({
  language: c.get('language'),
  requestId: c.get('requestId'),
});

export function mysteryRequestRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path,
        tags,
        summary: 'Units with mystery requests and test enquiries, how each stands',
        request: { params },
        responses: { 200: jsonAnswer(mysteryLogs, 'Those that the person may know of.'), ...refusals },
      }),
      async (c) => c.json(await listLogs(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(readers, {
        method: 'get',
        path: `${path}/{unit}`,
        tags,
        summary: 'The log of a unit and the scores it proposes',
        request: { params: unitParams },
        responses: { 200: jsonAnswer(mysteryLog, 'In the order they were sent.'), ...refusals },
      }),
      async (c) => {
        const wanted = { ...c.req.valid('param'), language: c.get('language') };
        return c.json(await readLog(deps, actorOf(c), wanted), 200);
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'post',
        path: `${path}/{unit}`,
        tags,
        summary: 'Write a request or an enquiry down',
        request: { params: unitParams, body: jsonBody(newMysteryEntry) },
        responses: { 201: jsonAnswer(mysteryRequest, 'As it stands.'), ...writeRefusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...askedIn(c) };
        return c.json(await addEntry(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'put',
        path: `${path}/{unit}/{id}`,
        tags,
        summary: 'Change an entry of the log',
        request: { params: entryParams, body: jsonBody(mysteryEntryChange) },
        responses: { 200: jsonAnswer(mysteryRequest, 'As it stands.'), ...writeRefusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...askedIn(c) };
        return c.json(await changeEntry(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(writers, {
        method: 'delete',
        path: `${path}/{unit}/{id}`,
        tags,
        summary: 'Take an entry out of the log',
        request: { params: entryParams },
        responses: { 204: { description: 'It is gone.' }, ...refusals, 409: problemAnswer },
      }),
      async (c) => {
        await removeEntry(deps, actorOf(c), { ...c.req.valid('param'), ...askedIn(c) });
        return c.body(null, 204);
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: `${path}/{unit}/proposals/{indicator}`,
        tags,
        summary: 'Take over the score that the log proposes',
        request: { params: leafParams, body: jsonBody(mysteryAdoption) },
        responses: { 200: jsonAnswer(score, 'The score as it stands.'), ...writeRefusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...askedIn(c) };
        return c.json(await adoptProposal(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/request-terms',
        tags,
        summary: 'Set the terms that requests and enquiries are held against',
        request: { params, body: jsonBody(requestTerms) },
        responses: { 200: jsonAnswer(requestTerms, 'As they stand.'), ...writeRefusals },
      }),
      async (c) => {
        const args = { ...c.req.valid('param'), terms: c.req.valid('json'), ...askedIn(c) };
        return c.json(await changeTerms(deps, actorOf(c), args), 200);
      },
    );
}
