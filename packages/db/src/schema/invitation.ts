import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';
import { users } from './user.ts';

/** A list of people who were invited together. */
export const invitations = pgTable(
  'invitations',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    channel: text().notNull(),
    title: text().notNull(),
    invited: integer().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.id] })],
);
