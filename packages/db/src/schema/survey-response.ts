import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { surveys } from './survey.ts';
import { units } from './unit.ts';

/**
 * One answered questionnaire. It names no person and no token; keys begin with the survey so that the table can be
 * spread. Every index here is paid for by each answer: there are three.
 */
export const surveyResponses = pgTable(
  'survey_responses',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** Of the proof of work where there is one (a proof counts once), else random: it tells no time. */
    id: uuid().notNull(),
    /** Order of storing, for counting what is new. */
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** Version of the questionnaire. */
    version: integer().notNull().default(1),
    /** Code of the channel. */
    channel: text().notNull().default('open'),
    receipt: text().notNull(),
    /** Question code → option code, option codes, number as text, or text. Unanswered questions are absent. */
    answers: jsonb().$type<Readonly<Record<string, string | readonly string[]>>>().notNull(),
    /** The closed answers as one short text, for counting: see `encodeAnswers` of @gongping/questionnaire. */
    pattern: text().notNull().default(''),
    /** `held` is quarantined, to be looked at; `refused` was, and does not count; `counted` counts. */
    state: text({ enum: ['counted', 'held', 'refused'] })
      .notNull()
      .default('counted'),
    /** Why it is or was held, codes of `screeningSign`; they stay after a release. */
    signs: text().array().notNull().default([]),
    /** SHA-256 of the idempotency key with a word of its own, so that no token's use can be told from it. */
    once: bytes(),
    /** SHA-256 of the request's meaning: the same key with another body is refused. */
    bodyHash: text('body_hash').notNull(),
    /** Keyed hash of address and browser under a key that is thrown away after the day; null where there is none. */
    origin: bytes(),
    /** Seconds between the page and the answer; null where unknown. */
    seconds: integer(),
    /** To the hour where a token was used. */
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.id] }),
    unique('survey_responses_once_key').on(table.surveyId, table.once),
    index('survey_responses_sequence_idx').on(table.surveyId, table.sequence),
  ],
);
