import { integer, jsonb, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { RuleInput } from '@gongping/scoring';
import { assessments } from './assessment.ts';
import { indicators } from './indicator.ts';
import { units } from './unit.ts';
import { users } from './user.ts';

/**
 * The present score of a leaf for a unit. Unscored, zero and N/A are three things: a leaf never touched has
 * no row, a cleared one has a row in state `unscored` (its revision must go on), zero is a scored row of 0 marks.
 */
export const scores = pgTable(
  'scores',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicators.id),
    state: text({ enum: ['unscored', 'scored', 'not_applicable'] }).notNull(),
    input: jsonb().$type<RuleInput>(),
    marks: numeric({ precision: 20, scale: 10 }),
    reason: text().notNull(),
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
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId] })],
);
