import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** What an appeal was about and what became of it, as numbers: score, total, band and rank of the unit. */
export interface AppealFigures {
  readonly marks: string | null;
  readonly total: number | null;
  readonly band: string | null;
  readonly rank: number | null;
}

/** A unit's objection to the score of one leaf (申诉). */
export const appeals = pgTable(
  'appeals',
  {
    id: uuid().primaryKey(),
    ...cellOfRound(),
    statement: text().notNull(),
    state: text({ enum: ['open', 'withdrawn', 'upheld', 'partly_upheld', 'rejected'] }).notNull(),
    revision: integer().notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
    ruling: text().notNull(),
    ruledBy: uuid('ruled_by').references(() => users.id),
    ruledAt: timestamp('ruled_at', { withTimezone: true }),
    /** Before and after the ruling; null while open. */
    before: jsonb().$type<AppealFigures>(),
    after: jsonb().$type<AppealFigures>(),
  },
  (table) => [index('appeals_unit_idx').on(table.assessmentId, table.unitId, table.indicatorId)],
);

/** What is asked of a unit after a deduction (整改), and its answer. */
export const rectifications = pgTable(
  'rectifications',
  {
    ...cellOfRound(),
    request: text().notNull(),
    /** Day by which it is asked for, `YYYY-MM-DD`. */
    dueOn: text('due_on'),
    answer: text().notNull(),
    answeredBy: uuid('answered_by').references(() => users.id),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    revision: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId] })],
);
