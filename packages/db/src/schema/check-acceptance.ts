import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { users } from './user.ts';

/** A finding of a standing check that the organiser lets stand, with the reason. */
export const checkAcceptances = pgTable(
  'check_acceptances',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    /** Code of the check. */
    check: text().notNull(),
    /** What the finding is about, for example `C04/A1-2`; with what it said, so that a new finding stands anew. */
    subject: text().notNull(),
    reason: text().notNull(),
    acceptedBy: uuid('accepted_by')
      .notNull()
      .references(() => users.id),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.check, table.subject] })],
);
