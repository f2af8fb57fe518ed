import { pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { indicators } from './indicator.ts';
import { units } from './unit.ts';
import { users } from './user.ts';

/** A leaf at which two raters differ by more than the threshold, and what the reviewer made of it. */
export const arbitrationCases = pgTable(
  'arbitration_cases',
  {
    id: uuid().primaryKey(),
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicators.id),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    /** Empty while the case is open; the score itself stands in `scores`. */
    reason: text().notNull(),
    ruledBy: uuid('ruled_by').references(() => users.id),
    ruledAt: timestamp('ruled_at', { withTimezone: true }),
  },
  (table) => [unique('arbitration_cases_leaf_key').on(table.assessmentId, table.unitId, table.indicatorId)],
);
