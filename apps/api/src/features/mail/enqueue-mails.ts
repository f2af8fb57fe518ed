import { fillText, messageKind } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { valuesIn } from '../inbox/word-message.ts';
import * as repository from './mail.repository.ts';
import { oneLine, wordsInUse } from './words-in-use.ts';

/** Older messages are left in the inbox: when e-mail is set up later, nobody gets last month's reminders. */
const mailedWithinMs = 7 * 86_400_000;
const batch = 200;

/**
 * Makes e-mail of messages that are still unread. It follows from the messages alone: should a process die before it
 * has run, another makes it later.
 * @param site public address of the site, without a slash at the end
 */
export async function enqueueMails(
  db: Database,
  { now, site }: { now: Date; site: string },
): Promise<number> {
  const since = new Date(now.getTime() - mailedWithinMs);
  const messages = await repository.listUnmailed(db, { since, limit: batch });
  if (messages.length === 0) return 0;
  const words = await wordsInUse(db);
  const rows = messages.map((message): repository.OutboxRow => {
    const { language } = message;
    const { subject, body } = words(messageKind.parse(message.kind), language);
    const values = {
      ...valuesIn(message.values, language),
      name: message.displayName,
      assessment: message.assessment,
      link: `${site}${message.path}`,
    };
    return {
      id: message.id,
      messageId: message.id,
      surveyId: null,
      tokenHash: null,
      language: null,
      subject: oneLine(fillText(subject, values)),
      body: fillText(body, values),
      state: 'waiting',
      attempts: 0,
      nextAttemptAt: now,
      failure: null,
      createdAt: now,
      settledAt: null,
    };
  });
  await repository.insertOutbox(db, rows);
  return rows.length;
}
