import { index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { LocalText } from '@gongping/scoring';
import { assessments } from './assessment.ts';
import { users } from './user.ts';

/** A message to one person about a round: facts, worded when it is read. */
export const inboxMessages = pgTable(
  'inbox_messages',
  {
    id: uuid().primaryKey(),
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    /** Tells occasions of a kind apart, so that nobody is told the same twice. */
    occasion: text().notNull(),
    /** What the places of the wording are filled with. */
    values: jsonb().$type<Record<string, string | LocalText>>().notNull(),
    /** Where in the site it is seen to. */
    path: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    readAt: timestamp('read_at', { withTimezone: true }),
  },
  (table) => [
    unique('inbox_messages_occasion_key').on(table.assessmentId, table.userId, table.kind, table.occasion),
    index('inbox_messages_user_idx').on(table.userId, table.id),
    index('inbox_messages_created_idx').on(table.createdAt),
  ],
);
