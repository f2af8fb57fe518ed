import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';

/** A file stored once by its content. */
export const files = pgTable('files', {
  sha256: text().primaryKey(),
  size: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

/** The bytes in pieces, so that a download never holds a whole file in memory. */
export const fileChunks = pgTable(
  'file_chunks',
  {
    sha256: text()
      .notNull()
      .references(() => files.sha256, { onDelete: 'cascade' }),
    position: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.position] })],
);
