import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';
import { units } from './unit.ts';
import { users } from './user.ts';

/** A questionnaire on paper, keyed in twice by two people; it becomes a response where both agree or a third settles it. */
export const paperEntries = pgTable(
  'paper_entries',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    /** Number written on the sheet. */
    sheet: text().notNull(),
    /** 1 and 2 are the two entries, 3 settles. */
    entry: integer().notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    answers: jsonb().$type<Readonly<Record<string, string | readonly string[]>>>().notNull(),
    keyedBy: uuid('keyed_by')
      .notNull()
      .references(() => users.id),
    keyedAt: timestamp('keyed_at', { withTimezone: true }).notNull(),
    /** The response that came of the sheet, on the entry that completed it. */
    responseId: uuid('response_id'),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.channel, table.sheet, table.entry] }),
    index('paper_entries_keyed_by_idx').on(table.surveyId, table.keyedBy),
  ],
);
