import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { indicators } from './indicator.ts';
import { cellOfRound, judgement, unitOfRound } from './round-columns.ts';
import { users } from './user.ts';

const ofRound = () => ({
  assessmentId: uuid('assessment_id')
    .notNull()
    .references(() => assessments.id, { onDelete: 'cascade' }),
});

/** That every evaluator of a round scores the same few units first, to come to one understanding (校准). */
export const calibrations = pgTable('calibrations', {
  assessmentId: ofRound().assessmentId.primaryKey(),
  /** Whether nobody scores anything else before having handed in. */
  holds: boolean().notNull(),
  revision: integer().notNull(),
  setBy: uuid('set_by')
    .notNull()
    .references(() => users.id),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  /** Null while it is open; from then on everybody sees what everybody entered. */
  closedAt: timestamp('closed_at', { withTimezone: true }),
  /** Null where it closed by itself, all having handed in. */
  closedBy: uuid('closed_by').references(() => users.id),
  closeReason: text('close_reason').notNull().default(''),
});

/** The reference units of a calibration. */
export const calibrationUnits = pgTable('calibration_units', unitOfRound(), (table) => [
  primaryKey({ columns: [table.assessmentId, table.unitId] }),
]);

/** What an evaluator gives a leaf of a reference unit to calibrate: no score and no rating. */
export const calibrationEntries = pgTable(
  'calibration_entries',
  {
    ...cellOfRound(),
    raterId: uuid('rater_id')
      .notNull()
      .references(() => users.id),
    ...judgement(),
    revision: integer().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'calibration_entries_pk',
      columns: [table.assessmentId, table.unitId, table.indicatorId, table.raterId],
    }),
  ],
);

/** That an evaluator has handed in the calibration. */
export const calibrationSubmissions = pgTable(
  'calibration_submissions',
  {
    ...ofRound(),
    raterId: uuid('rater_id')
      .notNull()
      .references(() => users.id),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.raterId] })],
);

/** How a leaf is to be read (口径), for all evaluators, in the organiser's words. */
export const scoringGuidance = pgTable(
  'scoring_guidance',
  {
    ...ofRound(),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicators.id),
    note: text().notNull(),
    revision: integer().notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.indicatorId] })],
);
