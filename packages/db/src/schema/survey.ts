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
  /** The contract `Questionnaire` that is answered now; earlier ones are in `questionnaire_versions`. */
  questionnaire: jsonb().notNull(),
  /** Counts up when a questionnaire that has been answered is replaced. */
  version: integer().notNull().default(1),
  /** The contract `QuestionnaireDraft` that the organiser is working on; null where none is begun. */
  draft: jsonb(),
  /** Counts up with every change of the draft, so that two people do not overwrite each other's. */
  draftRevision: integer('draft_revision').notNull().default(0),
  /** Known totals of the population, question → option → number (`Margins`); null: answers are not raked. */
  margins: jsonb(),
  opensAt: timestamp('opens_at', { withTimezone: true }).notNull(),
  closesAt: timestamp('closes_at', { withTimezone: true }).notNull(),
  revision: integer().notNull(),
});
