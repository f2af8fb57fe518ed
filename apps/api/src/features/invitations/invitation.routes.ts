import {
  assessmentSlug,
  chosenTokens,
  id,
  invitationList,
  invitationView,
  inviteeList,
  issuedTokens,
  newInvitation,
  withdrawnTokens,
} from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { askedIn } from '../surveys/changing-survey.ts';
import { createPeopleReader, importPeople } from './import-people.ts';
import {
  issueTokens,
  listInvitations,
  readInvitation,
  reissueTokens,
  withdrawTokens,
} from './issue-tokens.ts';

const tags = ['surveys'];
const params = z.object({ slug: assessmentSlug });
const ofOne = params.extend({ id });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const refused = { 422: problemAnswer, ...hidden };

const listForm = z.object({
  file: z.instanceof(File).optional().openapi({ type: 'string', format: 'binary' }),
  text: z.string().max(1_000_000).optional(),
});

export function invitationRoutes(deps: Dependencies) {
  const people = createPeopleReader();
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/invitation-lists',
        tags,
        summary: 'Read a list of people (XLSX, CSV or pasted text) without storing it',
        request: {
          params,
          body: { content: { 'multipart/form-data': { schema: listForm } }, required: true },
        },
        responses: {
          200: jsonAnswer(inviteeList, 'The people of the list.'),
          413: problemAnswer,
          429: problemAnswer,
          ...refused,
        },
      }),
      async (c) => {
        const { file, text = '' } = c.req.valid('form');
        const given = file && file.size > 0 ? { file } : { text };
        const args = { slug: c.req.valid('param').slug, given, language: c.get('language') };
        return c.json(await importPeople({ ...deps, people }, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/survey/invitations',
        tags,
        summary: 'Invitations with how many of their tokens were used',
        request: { params },
        responses: { 200: jsonAnswer(invitationList, 'Newest first.'), ...hidden },
      }),
      async (c) => c.json(await listInvitations(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/invitations',
        tags,
        summary: 'Issue single-use tokens to people',
        request: { params, body: jsonBody(newInvitation) },
        responses: { 201: jsonAnswer(issuedTokens, 'The tokens; they are shown this once.'), ...refused },
      }),
      async (c) =>
        c.json(await issueTokens(deps, askedIn(c, c.req.valid('param').slug), c.req.valid('json')), 201),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/survey/invitations/{id}',
        tags,
        summary: 'An invitation with the holders of its tokens',
        request: { params: ofOne },
        responses: { 200: jsonAnswer(invitationView, 'Never which of them have answered.'), ...hidden },
      }),
      async (c) => c.json(await readInvitation(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/invitations/{id}/withdrawal',
        tags,
        summary: 'Withdraw tokens',
        request: { params: ofOne, body: jsonBody(chosenTokens) },
        responses: { 200: jsonAnswer(withdrawnTokens, 'How many were withdrawn.'), ...refused },
      }),
      async (c) => {
        const { slug, id: invitation } = c.req.valid('param');
        const chosen = { id: invitation, ...c.req.valid('json') };
        return c.json(await withdrawTokens(deps, askedIn(c, slug), chosen), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/invitations/{id}/reissue',
        tags,
        summary: 'Issue new tokens in the place of lost ones',
        request: { params: ofOne, body: jsonBody(chosenTokens) },
        responses: { 200: jsonAnswer(issuedTokens, 'The new tokens; they are shown this once.'), ...refused },
      }),
      async (c) => {
        const { slug, id: invitation } = c.req.valid('param');
        const chosen = { id: invitation, ...c.req.valid('json') };
        return c.json(await reissueTokens(deps, askedIn(c, slug), chosen), 200);
      },
    );
}
