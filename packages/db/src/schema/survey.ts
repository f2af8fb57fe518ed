import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';

/** The social appraisal of an assessment: a questionnaire that the public answers about its units. */
export const surveys = pgTable('surveys', {
  id: uuid().primaryKey(),
  assessmentId: uuid('assessment_id')
    .notNull()
    .unique()
    .references(() => assessments.id, { onDelete: 'cascade' }),
  slug: text().notNull().unique(),
  title: text().notNull(),
  /** The contract `Questionnaire`. */
  questionnaire: jsonb().notNull(),
  opensAt: timestamp('opens_at', { withTimezone: true }).notNull(),
  closesAt: timestamp('closes_at', { withTimezone: true }).notNull(),
  revision: integer().notNull(),
});
