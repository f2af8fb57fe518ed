import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { files } from './file.ts';
import { publications } from './publication.ts';
import { users } from './user.ts';

/**
 * The reports of a publication, made one after the other beside the requests: whoever works on it holds a lease, so that
 * another instance goes on where one has died.
 */
export const reportArchives = pgTable(
  'report_archives',
  {
    id: uuid().primaryKey(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id, { onDelete: 'cascade' }),
    format: text({ enum: ['docx', 'pdf'] }).notNull(),
    state: text({ enum: ['working', 'done', 'failed', 'cancelled'] }).notNull(),
    /** Who works on it: what is made under a lease that another has taken over is not stored. Null where nobody does. */
    lease: uuid(),
    /** When others may take over. */
    leaseUntil: timestamp('lease_until', { withTimezone: true }).notNull(),
    /** Failures one after the other; none since a part was made. */
    attempts: integer().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** Null once the account is gone. */
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (table) => [
    // One that is wanted again while it is made, or has been made, is the same.
    uniqueIndex('report_archives_publication_key')
      .on(table.publicationId, table.format)
      .where(sql`${table.state} in ('working', 'done')`),
    index('report_archives_due_idx')
      .on(table.leaseUntil)
      .where(sql`${table.state} = 'working'`),
  ],
);

/** A report of an archive: the first is the overall one, then the units'. */
export const reportArchiveParts = pgTable(
  'report_archive_parts',
  {
    archiveId: uuid('archive_id')
      .notNull()
      .references(() => reportArchives.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** Code of the unit; null for the overall report. */
    unit: text(),
    filename: text().notNull(),
    /** Null until it is made. */
    fileSha256: text('file_sha256').references(() => files.sha256),
    madeAt: timestamp('made_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.archiveId, table.position] })],
);
