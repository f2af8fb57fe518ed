import type { Database } from '@gongping/db';
import * as repository from './mail.repository.ts';
import { MailError, type MailTransport } from './mail-transport.ts';
import { retryAfterMs } from './retry-after.ts';

/** Longer than sending a whole batch can take. */
const leaseMs = 15 * 60_000;
const batch = 10;

export interface Delivery {
  readonly sent: number;
  readonly postponed: number;
  readonly failed: number;
  readonly dropped: number;
}

/**
 * Sends what is due, once. A process that dies between the server's yes and the note of it sends that e-mail again
 * after the lease, under the same Message-ID: better twice than never.
 */
export async function deliverMails(
  db: Database,
  { clock, transport }: { clock: () => Date; transport: MailTransport },
): Promise<Delivery> {
  const now = clock();
  const until = new Date(now.getTime() + leaseMs);
  const due = await repository.claimDue(db, { now, until, limit: batch });
  const addresses = await repository.addressesOf(
    db,
    due.map(({ messageId }) => messageId),
  );
  const tally = { sent: 0, postponed: 0, failed: 0, dropped: 0 };
  for (const mail of due) {
    const to = addresses.get(mail.messageId);
    const outcome = to === undefined ? 'dropped' : await attempt(transport, mail, to);
    const kept = await settle(db, mail, { outcome, now: clock() });
    tally[kept] += 1;
  }
  return tally;
}

type Outcome = 'sent' | 'dropped' | MailError;

async function attempt(transport: MailTransport, mail: repository.OutboxRow, to: string): Promise<Outcome> {
  try {
    await transport.send({ id: mail.messageId, to, subject: mail.subject, text: mail.body });
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
  const { messageId } = mail;
  if (outcome === 'sent' || outcome === 'dropped') {
    const gone = { subject: '', body: '', failure: null, settledAt: now };
    await repository.updateOutbox(db, messageId, { state: outcome, ...gone });
    return outcome;
  }
  const failure = outcome.code;
  const pause = outcome.permanent ? null : retryAfterMs(mail.attempts);
  if (pause === null) {
    await repository.updateOutbox(db, messageId, { state: 'failed', failure, settledAt: now });
    return 'failed';
  }
  const nextAttemptAt = new Date(now.getTime() + pause);
  await repository.updateOutbox(db, messageId, { failure, nextAttemptAt });
  return 'postponed';
}
