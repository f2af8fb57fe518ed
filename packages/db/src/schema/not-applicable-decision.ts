import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound } from './round-columns.ts';
import { users } from './user.ts';

/**
 * What a reviewer or organiser makes of a leaf that evaluators call N/A. It holds for the revision of the score that it
 * was about: what is written anew has to be approved anew.
 */
export const notApplicableDecisions = pgTable(
  'not_applicable_decisions',
  {
    ...cellOfRound(),
    revision: integer().notNull(),
    outcome: text({ enum: ['approved', 'rejected'] }).notNull(),
    /** Why it was rejected; empty where an approval needs no words. */
    reason: text().notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId] })],
);
