import { messageKind, type inbox, type Language } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import * as repository from './inbox.repository.ts';
import { wordMessage } from './word-message.ts';

/** A person's own messages, newest first. */
export async function readInbox(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  { before, limit, language }: { before: string | null; limit: number; language: Language },
): Promise<z.infer<typeof inbox>> {
  const rows = await repository.listMessages(db, actor.id, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return {
    messages: shown.map((row) => ({
      id: row.id,
      kind: messageKind.parse(row.kind),
      ...wordMessage({ kind: row.kind, values: row.values, assessment: row.title }, language),
      path: row.path,
      assessment: { slug: row.slug, title: row.title },
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
    unread: await repository.countUnread(db, actor.id),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

export function countUnread({ db }: Pick<Dependencies, 'db'>, actor: Actor): Promise<number> {
  return repository.countUnread(db, actor.id);
}

/** Marks a person's own messages read; ids of others' messages change nothing. @returns how many are left unread. */
export async function markRead(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  ids: string[] | null,
): Promise<number> {
  await repository.markRead(db, actor.id, { ids, now: clock() });
  return repository.countUnread(db, actor.id);
}
