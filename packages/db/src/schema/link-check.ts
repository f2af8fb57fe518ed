import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';

/** What an address among the evidence of a round was when the server looked at it last. */
export const linkChecks = pgTable(
  'link_checks',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    /** SHA-256 of the address: addresses are longer than a key may be. */
    urlSha256: text('url_sha256').notNull(),
    url: text().notNull(),
    /** `refused` was not opened: it leads into a private network, or is no address of the web. */
    state: text({ enum: ['ok', 'gone', 'unreachable', 'refused'] }).notNull(),
    /** Status of the answer; null where none came. */
    status: integer(),
    checkedAt: timestamp('checked_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.urlSha256] })],
);
