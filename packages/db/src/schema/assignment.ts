import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { units } from './unit.ts';
import { users } from './user.ts';

/** Who scores one family of one unit. */
export const assignments = pgTable(
  'assignments',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** Code of the level-1 indicator. */
    family: text().notNull(),
    /** 1, or 2 for the second of two who score blindly. */
    slot: integer().notNull().default(1),
    evaluatorId: uuid('evaluator_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.unitId, table.family, table.slot] }),
    index('assignments_evaluator_idx').on(table.assessmentId, table.evaluatorId),
  ],
);
