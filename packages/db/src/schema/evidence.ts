import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { files } from './file.ts';
import { frozenPages } from './frozen-page.ts';
import { cellOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** A piece of evidence (佐证材料) for a leaf of a unit: a link or a file, with the time it was captured. */
export const evidence = pgTable(
  'evidence',
  {
    id: uuid().primaryKey(),
    ...cellOfRound(),
    /** What it proves: an evaluator's score, a unit's claim about itself, an appeal, a rectification. */
    purpose: text({ enum: ['score', 'claim', 'appeal', 'rectification'] })
      .notNull()
      .default('score'),
    kind: text({ enum: ['link', 'file', 'page'] }).notNull(),
    title: text().notNull(),
    url: text(),
    fileSha256: text('file_sha256').references(() => files.sha256),
    filename: text(),
    mediaType: text('media_type'),
    size: integer(),
    capturedAt: timestamp('captured_at', { withTimezone: true }).notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => users.id),
    /** A page as the server fetched and kept it; its link is `url`. */
    pageId: uuid('page_id').references(() => frozenPages.id),
    /** Removed evidence is kept for the audit, and no longer shown. */
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (table) => [
    index('evidence_leaf_idx').on(table.assessmentId, table.unitId, table.indicatorId),
    // Whether cells have evidence for their scores is asked of whole rounds: the index alone answers.
    index('evidence_score_idx')
      .on(table.assessmentId, table.unitId, table.indicatorId, table.addedBy)
      .where(sql`${table.purpose} = 'score' and ${table.removedAt} is null`),
  ],
);
