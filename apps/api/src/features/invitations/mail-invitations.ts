import type { chosenMails, InvitationMails, newInvitationMails, queuedMails } from '@gongping/contracts';
import { atOnce } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { tokenChannel } from '../channels/token-channel.ts';
import { changingSurvey, type Asked, type Changing, type ChangingDeps } from '../surveys/changing-survey.ts';
import { channelHours } from '../surveys/channel-state.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import * as mails from './invitation-mail.repository.ts';
import { findInvitation } from './invitation.repository.ts';

type Deps = ChangingDeps & Pick<Dependencies, 'mail'>;
type Queued = z.infer<typeof queuedMails>;

const failuresShown = 100;

/** How the invitations of a channel go by e-mail. @throws ProblemError `not-found`, `forbidden` */
export async function readInvitationMails(
  { db, mail }: Pick<Dependencies, 'db' | 'mail'>,
  actor: Actor,
  { slug, channel }: { slug: string; channel: string },
): Promise<InvitationMails> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const of = { surveyId: (await surveyOf(db, assessment.id)).id, channel };
  if (!(await tokenChannel(db, { surveyId: of.surveyId, code: channel })))
    throw new ProblemError('not-found');
  const [counts, failures] = await atOnce(db, [
    () => mails.countMails(db, of),
    () => mails.listFailures(db, { ...of, limit: failuresShown }),
  ]);
  return { enabled: mail.enabled, ...counts, failures };
}

const statesOf = { unsent: ['none'], failed: ['failed'] } as const;

/**
 * Sends an invitation to everybody of a channel who has an address and was sent none, or whose e-mail failed.
 * @throws ProblemError `not-found`, `forbidden`, `mail-not-set`, `channel-closed`
 */
export async function mailInvitations(
  deps: Deps,
  asked: Asked,
  { channel, to, language }: z.infer<typeof newInvitationMails> & { channel: string },
): Promise<Queued> {
  return changingSurvey(deps, asked, async (changing) => {
    const { tx, survey, log } = changing;
    await requireMailable(deps, changing, channel);
    const mail = { states: statesOf[to], language, now: deps.clock() };
    const queued = await mails.queueInvitations(tx, { surveyId: survey.id, channel }, mail);
    const after = { to, language, mails: queued };
    await log({ action: 'invitation.mail', subject: `channel ${channel}`, before: null, after });
    return { queued };
  });
}

/**
 * Sends an invitation to chosen holders, whether or not they were sent one; those without an address are passed over.
 * @throws ProblemError as `mailInvitations`
 */
export async function mailHolders(
  deps: Deps,
  asked: Asked,
  { id, tokens, language }: z.infer<typeof chosenMails> & { id: string },
): Promise<Queued> {
  return changingSurvey(deps, asked, async (changing) => {
    const { tx, survey, log } = changing;
    const found = await findInvitation(tx, { surveyId: survey.id, id });
    if (!found) throw new ProblemError('not-found');
    await requireMailable(deps, changing, found.channel);
    const hashes = tokens.map((token) => Buffer.from(token, 'base64url'));
    const states = ['none', 'sent', 'failed'] as const;
    const to = { surveyId: survey.id, invitationId: id, hashes };
    const queued = await mails.queueInvitations(tx, to, { states, language, now: deps.clock() });
    const after = { title: found.title, language, mails: queued };
    await log({ action: 'invitation.mail', subject: `channel ${found.channel}`, before: null, after });
    return { queued };
  });
}

async function requireMailable(deps: Deps, { tx, survey }: Changing, code: string): Promise<void> {
  const channel = await tokenChannel(tx, { surveyId: survey.id, code });
  if (!channel) throw new ProblemError('not-found');
  if (!deps.mail.enabled) throw new ProblemError('mail-not-set');
  if (deps.clock() > channelHours(channel, survey).closesAt) throw new ProblemError('channel-closed');
}
