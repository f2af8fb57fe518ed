import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Append-only log of what changed: who, when, what, old, new, why. Entries form one hash chain a scope (an
 * assessment, or `platform`), so that an entry taken out or rewritten is found. It keeps no foreign keys:
 * the log outlives what it speaks of.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    scope: text().notNull(),
    sequence: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text().notNull(),
    /** What the action was done to, for example `score C04/A1-2`. */
    subject: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    reason: text().notNull(),
    requestId: text('request_id').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.sequence] }),
    index('audit_entries_subject_idx').on(table.scope, table.subject),
  ],
);
