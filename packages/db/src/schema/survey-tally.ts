import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';
import { units } from './unit.ts';

/** How far the counts of a survey have come. */
export const surveyCounts = pgTable('survey_counts', {
  surveyId: uuid('survey_id')
    .primaryKey()
    .references(() => surveys.id, { onDelete: 'cascade' }),
  /** Every answer up to this one is in the counts. */
  sequence: bigint({ mode: 'number' }).notNull(),
  /** What the counts were made with: another method counts anew. */
  methodHash: text('method_hash').notNull(),
  countedAt: timestamp('counted_at', { withTimezone: true }).notNull(),
  /** Every answer up to this one has been held against the others. */
  screened: bigint({ mode: 'number' }).notNull().default(0),
});

/** Counts of the answers about one unit, by what sets answers apart: enough to compute every figure without them. */
export const surveyTallies = pgTable(
  'survey_tallies',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    version: integer().notNull(),
    channel: text().notNull(),
    state: text({ enum: ['counted', 'held', 'refused'] }).notNull(),
    /** The respondents' group. */
    group: text().notNull(),
    received: integer().notNull(),
    /** `Tally` of @gongping/statistics. */
    tally: jsonb().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.surveyId, table.unitId, table.version, table.channel, table.state, table.group],
    }),
  ],
);

/** Answers by the hour, for the dashboard. */
export const surveyHours = pgTable(
  'survey_hours',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    hour: timestamp({ withTimezone: true }).notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    channel: text().notNull(),
    state: text({ enum: ['counted', 'held', 'refused'] }).notNull(),
    responses: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.hour, table.unitId, table.channel, table.state] }),
  ],
);
