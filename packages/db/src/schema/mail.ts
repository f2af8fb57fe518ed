import { index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { inboxMessages } from './inbox-message.ts';
import { surveys } from './survey.ts';
import { users } from './user.ts';

/**
 * E-mail to be sent: of a message to somebody with an account, or an invitation to a survey. It holds no address: that is
 * looked up when it is sent, so that a changed or deleted one is not written to.
 */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    id: uuid().primaryKey(),
    /** The message that it is of; null for an invitation. */
    messageId: uuid('message_id')
      .unique('mail_outbox_message_key')
      .references(() => inboxMessages.id, { onDelete: 'cascade' }),
    /** The survey that it invites to; null for a message. */
    surveyId: uuid('survey_id').references(() => surveys.id, { onDelete: 'cascade' }),
    /**
     * Digest of the holder's token, as `survey_tokens` has it at the moment: it changes with every new token. No reference,
     * since rows of used tokens are taken out and put back.
     */
    tokenHash: bytes('token_hash'),
    /** Of an invitation: a message has its reader's. */
    language: text({ enum: ['zh', 'en'] }),
    /** Emptied once it has gone. An invitation has neither: it is worded while it is sent, and holds a token then. */
    subject: text().notNull(),
    body: text().notNull(),
    /** `dropped`: there is no address any more, or nothing to invite to. */
    state: text({ enum: ['waiting', 'sent', 'failed', 'dropped'] }).notNull(),
    attempts: integer().notNull(),
    /** Not before; while one instance sends it, when others may take it over. */
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }).notNull(),
    /** Code of the last failure; never what the server said, which may name people. */
    failure: text(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (table) => [
    index('mail_outbox_due_idx').on(table.state, table.nextAttemptAt),
    unique('mail_outbox_token_key').on(table.surveyId, table.tokenHash),
  ],
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
