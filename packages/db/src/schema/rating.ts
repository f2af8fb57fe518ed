import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound, judgement, unitOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** What one of two blind raters gives a leaf; the score follows from both. */
export const ratings = pgTable(
  'ratings',
  {
    ...cellOfRound(),
    slot: integer().notNull(),
    ...judgement(),
    revision: integer().notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId, table.slot] }),
    // What counts the ratings of whole rounds is answered by indexes alone.
    index('ratings_state_idx').on(
      table.assessmentId,
      table.unitId,
      table.slot,
      table.indicatorId,
      table.state,
      table.marks,
    ),
    index('ratings_blank_idx')
      .on(table.assessmentId, table.unitId, table.slot, table.indicatorId, table.marks)
      .where(sql`${table.state} = 'scored' and ${table.reason} = ''`),
  ],
);

/** That a rater has handed in a family of a unit. Once both have, they see each other. */
export const ratingSubmissions = pgTable(
  'rating_submissions',
  {
    ...unitOfRound(),
    family: text().notNull(),
    slot: integer().notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.family, table.slot] })],
);
