import { boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';
import { users } from './user.ts';

/** What somebody decided about an answer in words: nothing of it is public before. */
export const commentReviews = pgTable(
  'comment_reviews',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    responseId: uuid('response_id').notNull(),
    question: text().notNull(),
    /** The words with phone numbers, ID numbers and names blacked out, as they may be printed. */
    redacted: text().notNull(),
    published: boolean().notNull(),
    reviewedBy: uuid('reviewed_by')
      .notNull()
      .references(() => users.id),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.responseId, table.question] })],
);
