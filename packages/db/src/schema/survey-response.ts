import { jsonb, pgTable, primaryKey, text, timestamp, unique, uuid, index } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';
import { units } from './unit.ts';

/** One answered questionnaire. It names no person; keys begin with the survey so that the table can be spread. */
export const surveyResponses = pgTable(
  'survey_responses',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    receipt: text().notNull(),
    /** Question code → option code, option codes, or text. Unanswered questions are absent. */
    answers: jsonb().$type<Record<string, string | string[]>>().notNull(),
    idempotencyKey: text('idempotency_key'),
    /** SHA-256 of the request's meaning: the same key with another body is refused. */
    bodyHash: text('body_hash').notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.id] }),
    unique('survey_responses_idempotency_key').on(table.surveyId, table.idempotencyKey),
    index('survey_responses_unit_idx').on(table.surveyId, table.unitId),
  ],
);
