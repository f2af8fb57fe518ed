import { pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** A leaf at which two raters differ by more than the threshold, and what the reviewer made of it. */
export const arbitrationCases = pgTable(
  'arbitration_cases',
  {
    id: uuid().primaryKey(),
    ...cellOfRound(),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    /** Empty while the case is open; the score itself stands in `scores`. */
    reason: text().notNull(),
    ruledBy: uuid('ruled_by').references(() => users.id),
    ruledAt: timestamp('ruled_at', { withTimezone: true }),
  },
  (table) => [unique('arbitration_cases_leaf_key').on(table.assessmentId, table.unitId, table.indicatorId)],
);
