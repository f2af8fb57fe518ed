import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound, judgement } from './round-columns.ts';
import { users } from './user.ts';

/**
 * The present score of a leaf for a unit. Unscored, zero and N/A are three things: a leaf never touched has
 * no row, a cleared one has a row in state `unscored` (its revision must go on), zero is a scored row of 0 marks.
 */
export const scores = pgTable(
  'scores',
  {
    ...cellOfRound(),
    ...judgement(),
    /** What the score follows from: one evaluator, two who agree, the arbitration, an appeal. */
    origin: text({ enum: ['evaluator', 'agreed', 'arbitration', 'appeal'] })
      .notNull()
      .default('evaluator'),
    /** Optimistic concurrency: a write names the revision it saw. */
    revision: integer().notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId] }),
    // What counts the scores of whole rounds is answered by indexes alone.
    index('scores_state_idx').on(
      table.assessmentId,
      table.unitId,
      table.indicatorId,
      table.state,
      table.marks,
      table.updatedAt,
    ),
    index('scores_blank_idx')
      .on(table.assessmentId, table.unitId, table.indicatorId, table.marks)
      .where(sql`${table.state} = 'scored' and ${table.reason} = ''`),
  ],
);
