import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { files } from './file.ts';
import { users } from './user.ts';

/** A public page as the server fetched it: its bytes, its text, and what a later look at the live one found. */
export const frozenPages = pgTable(
  'frozen_pages',
  {
    id: uuid().primaryKey(),
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    url: text().notNull(),
    /** Where redirects led. */
    finalUrl: text('final_url').notNull(),
    status: integer().notNull(),
    mediaType: text('media_type').notNull(),
    title: text().notNull(),
    text: text().notNull(),
    textSha256: text('text_sha256').notNull(),
    fileSha256: text('file_sha256')
      .notNull()
      .references(() => files.sha256),
    size: integer().notNull(),
    fetchedBy: uuid('fetched_by')
      .notNull()
      .references(() => users.id),
    fetchedAt: timestamp('fetched_at', { withTimezone: true }).notNull(),
    /** What the live page was when it was last looked at. */
    liveState: text('live_state', { enum: ['same', 'changed', 'gone'] }),
    liveDetail: text('live_detail'),
    checkedAt: timestamp('checked_at', { withTimezone: true }),
  },
  (table) => [index('frozen_pages_assessment_idx').on(table.assessmentId, table.url)],
);
