import {
  assessmentSlug,
  chosenMails,
  code,
  id,
  invitationMails,
  newInvitationMails,
  queuedMails,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { askedIn } from '../surveys/changing-survey.ts';
import { mailHolders, mailInvitations, readInvitationMails } from './mail-invitations.ts';

const tags = ['surveys'];
const params = z.object({ slug: assessmentSlug });
const ofChannel = params.extend({ channel: code });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const refused = { 409: problemAnswer, 422: problemAnswer, ...hidden };

export function invitationMailRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/survey/channels/{channel}/mails',
        tags,
        summary: 'How the invitations of a channel go by e-mail',
        request: { params: ofChannel },
        responses: { 200: jsonAnswer(invitationMails, 'Counts, and what failed why.'), ...hidden },
      }),
      async (c) => c.json(await readInvitationMails(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/channels/{channel}/mails',
        tags,
        summary: 'Invite by e-mail everybody of a channel who was sent nothing, or whose e-mail failed',
        request: { params: ofChannel, body: jsonBody(newInvitationMails) },
        responses: { 202: jsonAnswer(queuedMails, 'How many go out now.'), ...refused },
      }),
      async (c) => {
        const { slug, channel } = c.req.valid('param');
        const wanted = { channel, ...c.req.valid('json') };
        return c.json(await mailInvitations(deps, askedIn(c, slug), wanted), 202);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/invitations/{id}/mails',
        tags,
        summary: 'Invite chosen holders by e-mail, with new tokens in the place of those they have',
        request: { params: params.extend({ id }), body: jsonBody(chosenMails) },
        responses: { 202: jsonAnswer(queuedMails, 'How many go out now.'), ...refused },
      }),
      async (c) => {
        const { slug, id: invitation } = c.req.valid('param');
        const chosen = { id: invitation, ...c.req.valid('json') };
        return c.json(await mailHolders(deps, askedIn(c, slug), chosen), 202);
      },
    );
}
