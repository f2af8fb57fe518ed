import { integer, jsonb, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { RuleInput } from '@gongping/scoring';
import { assessments } from './assessment.ts';
import { indicators } from './indicator.ts';
import { units } from './unit.ts';
import { users } from './user.ts';

/** What one of two blind raters gives a leaf; the score follows from both. */
export const ratings = pgTable(
  'ratings',
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
    slot: integer().notNull(),
    state: text({ enum: ['unscored', 'scored', 'not_applicable'] }).notNull(),
    input: jsonb().$type<RuleInput>(),
    marks: numeric({ precision: 20, scale: 10 }),
    reason: text().notNull(),
    revision: integer().notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId, table.slot] })],
);

/** That a rater has handed in a family of a unit. Once both have, they see each other. */
export const ratingSubmissions = pgTable(
  'rating_submissions',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    family: text().notNull(),
    slot: integer().notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.family, table.slot] })],
);
