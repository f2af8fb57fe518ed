import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { unitOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** Who scores one family of one unit. */
export const assignments = pgTable(
  'assignments',
  {
    ...unitOfRound(),
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
