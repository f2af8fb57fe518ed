import type { Database } from '@gongping/db';
import * as repository from './mail.repository.ts';
import { MailError, type MailTransport, type OutgoingMail } from './mail-transport.ts';
import { retryAfterMs } from './retry-after.ts';

/** Longer than sending a whole batch can take. */
const leaseMs = 15 * 60_000;
/** E-mails that one call sends at the most. */
export const mailBatch = 10;

export interface Delivery {
  readonly sent: number;
  readonly postponed: number;
  readonly failed: number;
  readonly dropped: number;
}

/** An invitation that is due: to whoever holds the token of this digest. */
export interface DueInvitation {
  readonly surveyId: string;
  readonly tokenHash: Buffer;
  readonly language: 'zh' | 'en';
}
export type Letter = Omit<OutgoingMail, 'id'>;
/** Words an invitation at the moment it goes; undefined where there is nobody to invite any more. */
export type InvitationWriter = (invitation: DueInvitation) => Promise<Letter | undefined>;

/**
 * Sends what is due, once. A process that dies between the server's yes and the note of it sends that e-mail again
 * after the lease: better twice than never. A message goes under the same Message-ID then; an invitation under another,
 * since the second has a token of its own and the first one's is good no longer.
 */
export async function deliverMails(
  db: Database,
  delivery: { clock: () => Date; transport: MailTransport; invitation: InvitationWriter },
): Promise<Delivery> {
  const { clock, transport } = delivery;
  const now = clock();
  const until = new Date(now.getTime() + leaseMs);
  const due = await repository.claimDue(db, { now, until, limit: mailBatch });
  const addresses = await repository.addressesOf(
    db,
    due.flatMap(({ messageId }) => messageId ?? []),
  );
  const tally = { sent: 0, postponed: 0, failed: 0, dropped: 0 };
  for (const mail of due) {
    const letter = await letterOf(mail, { addresses, invitation: delivery.invitation });
    const outcome = letter === undefined ? 'dropped' : await attempt(transport, letter);
    const kept = await settle(db, mail, { outcome, now: clock() });
    tally[kept] += 1;
  }
  return tally;
}

async function letterOf(
  mail: repository.OutboxRow,
  { addresses, invitation }: { addresses: ReadonlyMap<string, string>; invitation: InvitationWriter },
): Promise<OutgoingMail | undefined> {
  const { id, messageId, surveyId, tokenHash, language, subject, body: text, attempts } = mail;
  if (messageId !== null) {
    const to = addresses.get(messageId);
    return to === undefined ? undefined : { id, to, subject, text };
  }
  if (surveyId === null || tokenHash === null) return undefined;
  const letter = await invitation({ surveyId, tokenHash, language: language ?? 'zh' });
  return letter && { id: `${id}.${attempts}`, ...letter };
}

type Outcome = 'sent' | 'dropped' | MailError;

async function attempt(transport: MailTransport, letter: OutgoingMail): Promise<Outcome> {
  try {
    await transport.send(letter);
    return 'sent';
  } catch (error) {
    return error instanceof MailError ? error : new MailError('unknown', { permanent: false });
  }
}

async function settle(
  db: Database,
  mail: repository.OutboxRow,
  { outcome, now }: { outcome: Outcome; now: Date },
): Promise<keyof Delivery> {
  const { id } = mail;
  if (outcome === 'sent' || outcome === 'dropped') {
    const gone = { subject: '', body: '', failure: null, settledAt: now };
    await repository.updateOutbox(db, id, { state: outcome, ...gone });
    return outcome;
  }
  const failure = outcome.code;
  const pause = outcome.permanent ? null : retryAfterMs(mail.attempts);
  if (pause === null) {
    await repository.updateOutbox(db, id, { state: 'failed', failure, settledAt: now });
    return 'failed';
  }
  const nextAttemptAt = new Date(now.getTime() + pause);
  await repository.updateOutbox(db, id, { failure, nextAttemptAt });
  return 'postponed';
}
