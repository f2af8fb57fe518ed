import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { inboxMessages } from './inbox-message.ts';
import { users } from './user.ts';

/**
 * E-mail to be sent, one for a message. It holds no address: that is looked up when it is sent, so that a changed or
 * deleted one is not written to.
 */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    messageId: uuid('message_id')
      .primaryKey()
      .references(() => inboxMessages.id, { onDelete: 'cascade' }),
    /** Emptied once it has gone. */
    subject: text().notNull(),
    body: text().notNull(),
    /** `dropped`: there is no address any more. */
    state: text({ enum: ['waiting', 'sent', 'failed', 'dropped'] }).notNull(),
    attempts: integer().notNull(),
    /** Not before; while one instance sends it, when others may take it over. */
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }).notNull(),
    /** Code of the last failure; never what the server said, which may name people. */
    failure: text(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (table) => [index('mail_outbox_due_idx').on(table.state, table.nextAttemptAt)],
);

/** The organiser's own words for e-mail of a kind. Without a row the product's hold. */
export const mailTemplates = pgTable(
  'mail_templates',
  {
    kind: text().notNull(),
    language: text({ enum: ['zh', 'en'] }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Null once the account is gone. */
    updatedBy: uuid('updated_by').references(() => users.id, { onDelete: 'set null' }),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.language] })],
);
