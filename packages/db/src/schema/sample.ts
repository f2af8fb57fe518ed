import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** What an evaluator found of a drawn item. */
export interface SampleItem {
  /** Index of the item in the population, counted from 0. */
  readonly index: number;
  readonly finding: 'open' | 'met' | 'partly' | 'unmet';
  readonly remark: string;
}

/**
 * A sample drawn for a leaf of a unit (抽样): what it was drawn from, the seed that draws it again, and what was found.
 * A discarded one is kept with the reason.
 */
export const samples = pgTable(
  'samples',
  {
    id: uuid().primaryKey(),
    ...cellOfRound(),
    /** What is drawn: fields, entries, departments. */
    title: text().notNull(),
    population: jsonb().$type<string[]>().notNull(),
    size: integer().notNull(),
    /** 16 hexadecimal digits; see `drawSample` in `@gongping/scoring`. */
    seed: text().notNull(),
    items: jsonb().$type<SampleItem[]>().notNull(),
    revision: integer().notNull(),
    drawnBy: uuid('drawn_by')
      .notNull()
      .references(() => users.id),
    drawnAt: timestamp('drawn_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    discardedAt: timestamp('discarded_at', { withTimezone: true }),
    discardReason: text('discard_reason'),
  },
  (table) => [index('samples_leaf_idx').on(table.assessmentId, table.unitId, table.indicatorId)],
);
