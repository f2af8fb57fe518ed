import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { LocalText } from '@gongping/scoring';

/** One version of an indicator system (指标体系). A frozen version never changes again. */
export const indicatorSystems = pgTable(
  'indicator_systems',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    version: integer().notNull(),
    title: jsonb().$type<LocalText>().notNull(),
    /** The notice behind the system: number, title, clauses. Its shape is the contract `Notice`. */
    notice: jsonb().notNull(),
    /** Tasks of the notice by unit, for the leaf that scores them: the contract `LeadTask` with the unit's code. */
    leadTasks: jsonb('lead_tasks').notNull(),
    /** Counts the changes of a draft. */
    revision: integer().notNull().default(1),
    frozenAt: timestamp('frozen_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [unique('indicator_systems_code_version_key').on(table.code, table.version)],
);
