import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { users } from './user.ts';

/** An immutable snapshot of an assessment's results (公布). A correction is a further version. */
export const publications = pgTable(
  'publications',
  {
    id: uuid().primaryKey(),
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    /** The contract `Snapshot`, from which every page, file and passage of the publication is drawn. */
    snapshot: jsonb().notNull(),
    /** SHA-256 of the snapshot's canonical JSON. */
    sha256: text().notNull(),
    reason: text().notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [unique('publications_assessment_id_version_key').on(table.assessmentId, table.version)],
);
