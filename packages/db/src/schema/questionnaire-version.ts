import { integer, jsonb, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';

/** Questionnaires that have been answered and were replaced since: answers keep the number of theirs. */
export const questionnaireVersions = pgTable(
  'questionnaire_versions',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    /** The contract `Questionnaire`. */
    questionnaire: jsonb().notNull(),
    replacedAt: timestamp('replaced_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.version] })],
);
