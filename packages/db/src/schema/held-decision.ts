import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { surveys } from './survey.ts';
import { users } from './user.ts';

/** What was decided about answers that are or were held, kept so that it can be undone as a whole. */
export const heldDecisions = pgTable(
  'held_decisions',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => surveys.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    decision: text({ enum: ['count', 'refuse'] }).notNull(),
    reason: text().notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
    /** State that they had before → ids of the answers. */
    responses: jsonb()
      .$type<Readonly<Partial<Record<'counted' | 'held' | 'refused', readonly string[]>>>>()
      .notNull(),
    undoneAt: timestamp('undone_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.id] }),
    index('held_decisions_decided_at_idx').on(table.surveyId, table.decidedAt),
    index('held_decisions_decided_by_idx').on(table.decidedBy),
  ],
);
