import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { publications } from './publication.ts';

/**
 * The package of a publication (`publication.zip`), made once: whoever downloads it has the same bytes for ever, whatever
 * later versions of the product would make of the snapshot.
 */
export const publicationPackages = pgTable('publication_packages', {
  publicationId: uuid('publication_id')
    .primaryKey()
    .references(() => publications.id),
  /** Of the bytes. */
  sha256: text().notNull(),
  size: integer().notNull(),
  bytes: bytes().notNull(),
  /** Of the demonstration, which can be removed. */
  demonstration: boolean().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});
