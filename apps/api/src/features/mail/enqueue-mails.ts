import { defaultTemplate, fillText, messageKind, type MessageKind } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { valuesIn } from '../inbox/word-message.ts';
import * as repository from './mail.repository.ts';

/** Older messages are left in the inbox: when e-mail is set up later, nobody gets last month's reminders. */
const mailedWithinMs = 7 * 86_400_000;
const batch = 200;

type Words = ReadonlyMap<string, { readonly subject: string; readonly body: string }>;

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
    const kind = messageKind.parse(message.kind);
    const { subject, body } = words.get(`${kind} ${language}`) ?? defaultTemplate(kind, language);
    const values = {
      ...valuesIn(message.values, language),
      name: message.displayName,
      assessment: message.assessment,
      link: `${site}${message.path}`,
    };
    return {
      messageId: message.id,
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

async function wordsInUse(db: Database): Promise<Words> {
  const rows = await repository.listTemplates(db);
  return new Map(rows.map((row) => [`${row.kind as MessageKind} ${row.language}`, row]));
}

/** A header is one line, whatever a name holds. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
