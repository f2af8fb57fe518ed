import { type Database, schema } from '@gongping/db';
import { and, asc, count, eq, getTableColumns, gt, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';

const { assessments, inboxMessages, mailOutbox, mailTemplates, users } = schema;

export type OutboxRow = typeof mailOutbox.$inferSelect;
export type TemplateRow = typeof mailTemplates.$inferSelect;

/** Unread messages since a moment, of people with an address, of which no e-mail has been made. */
export function listUnmailed(db: Database, { since, limit }: { since: Date; limit: number }) {
  return db
    .select({
      ...getTableColumns(inboxMessages),
      assessment: assessments.title,
      displayName: users.displayName,
      language: users.mailLanguage,
    })
    .from(inboxMessages)
    .innerJoin(users, eq(users.id, inboxMessages.userId))
    .innerJoin(assessments, eq(assessments.id, inboxMessages.assessmentId))
    .leftJoin(mailOutbox, eq(mailOutbox.messageId, inboxMessages.id))
    .where(
      and(
        gt(inboxMessages.createdAt, since),
        isNull(inboxMessages.readAt),
        isNull(mailOutbox.messageId),
        isNotNull(users.email),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(inboxMessages.createdAt))
    .limit(limit);
}

/** Puts e-mail into the outbox; what another instance has put in already stays. */
export async function insertOutbox(db: Database, rows: OutboxRow[]): Promise<void> {
  if (rows.length > 0) await db.insert(mailOutbox).values(rows).onConflictDoNothing();
}

/**
 * Takes e-mail that is due, for the time of a lease: no other instance sends it meanwhile, and should this one die,
 * it is due again afterwards. Nothing is locked while it is sent.
 */
export async function claimDue(
  db: Database,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<OutboxRow[]> {
  const due = db
    .select({ id: mailOutbox.id })
    .from(mailOutbox)
    .where(and(eq(mailOutbox.state, 'waiting'), lte(mailOutbox.nextAttemptAt, now)))
    .orderBy(asc(mailOutbox.nextAttemptAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(mailOutbox)
    .set({ attempts: sql`${mailOutbox.attempts} + 1`, nextAttemptAt: until })
    .where(inArray(mailOutbox.id, due))
    .returning();
}

/** Where e-mail of these messages goes now; without an entry there is no address any more. */
export async function addressesOf(db: Database, messageIds: string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: inboxMessages.id, email: users.email })
    .from(inboxMessages)
    .innerJoin(users, eq(users.id, inboxMessages.userId))
    .where(and(inArray(inboxMessages.id, messageIds), isNull(users.disabledAt)));
  return new Map(rows.flatMap(({ id, email }) => (email === null ? [] : [[id, email] as const])));
}

/** Writes down what became of an attempt. */
export async function updateOutbox(
  db: Database,
  id: string,
  change: Partial<Omit<OutboxRow, 'id'>>,
): Promise<void> {
  await db.update(mailOutbox).set(change).where(eq(mailOutbox.id, id));
}

export function countByState(db: Database) {
  return db.select({ state: mailOutbox.state, mails: count() }).from(mailOutbox).groupBy(mailOutbox.state);
}

export function listTemplates(db: Database): Promise<TemplateRow[]> {
  return db.select().from(mailTemplates);
}

export async function saveTemplate(db: Database, row: TemplateRow): Promise<void> {
  const { subject, body, updatedBy, updatedAt } = row;
  await db
    .insert(mailTemplates)
    .values(row)
    .onConflictDoUpdate({
      target: [mailTemplates.kind, mailTemplates.language],
      set: { subject, body, updatedBy, updatedAt },
    });
}

export async function deleteTemplate(
  db: Database,
  { kind, language }: Pick<TemplateRow, 'kind' | 'language'>,
): Promise<void> {
  await db
    .delete(mailTemplates)
    .where(and(eq(mailTemplates.kind, kind), eq(mailTemplates.language, language)));
}
