import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';

/** A way by which answers reach a survey, with rules and a count of its own. */
export const surveyChannels = pgTable(
  'survey_channels',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    /** In addresses and in the data: `open`, `deputies`. */
    code: text().notNull(),
    kind: text({ enum: ['open', 'invited', 'peer', 'staffed', 'paper'] }).notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    /** Group of respondents (option of the group question) that everybody of the channel belongs to; null: they say. */
    group: text(),
    /** Hours of its own; null: those of the survey. */
    opensAt: timestamp('opens_at', { withTimezone: true }),
    closesAt: timestamp('closes_at', { withTimezone: true }),
    paused: boolean().notNull(),
    /** Answers that it takes at the most, held ones not counted; null without a limit. */
    quota: integer(),
    /** Whether a browser must do some work first (open channels). */
    proof: boolean().notNull(),
    /** SHA-256 in base64url of the secret in a tablet's address (staffed). */
    secretHash: text('secret_hash'),
    position: integer().notNull(),
    revision: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.code] })],
);
