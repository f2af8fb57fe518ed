import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { surveys } from './survey.ts';
import { units } from './unit.ts';

/**
 * A single-use token. It says whether it was used, never when or for what: nothing in it is in the answer, and rows of
 * used tokens are rewritten together from time to time, so that their place in the table tells no order either.
 */
export const surveyTokens = pgTable(
  'survey_tokens',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token. */
    hash: bytes().notNull(),
    invitationId: uuid('invitation_id').notNull(),
    channel: text().notNull(),
    /** Who is invited, in the office's words; empty for anonymous slips. */
    holder: text().notNull(),
    email: text(),
    /** The unit it asks about; null: the holder chooses. */
    unitId: uuid('unit_id').references(() => units.id),
    used: boolean().notNull(),
    /** SHA-256 of the idempotency key it was used with and a word of its own: a repeated request passes, another does not. */
    claim: bytes(),
    revoked: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.hash] })],
);
