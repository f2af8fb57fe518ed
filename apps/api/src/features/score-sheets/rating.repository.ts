import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { CellKey } from './score.repository.ts';

const { ratings, users } = schema;

/** What one of two raters gives a leaf, with the name of who saved it last. */
export type RatingRow = typeof ratings.$inferSelect & { updatedByName: string };
export type NewRatingRow = typeof ratings.$inferSelect;

type RatingKey = CellKey & { readonly slot: number };

const isRating = (key: RatingKey) =>
  and(
    eq(ratings.assessmentId, key.assessmentId),
    eq(ratings.unitId, key.unitId),
    eq(ratings.indicatorId, key.indicatorId),
    eq(ratings.slot, key.slot),
  );

/** Ratings of an assessment, of all cells or of some, in the order of the raters. */
export function listRatings(
  db: Database,
  assessmentId: string,
  of: { unitIds?: string[]; indicatorIds?: string[] } = {},
): Promise<RatingRow[]> {
  return db
    .select({ ...getTableColumns(ratings), updatedByName: users.displayName })
    .from(ratings)
    .innerJoin(users, eq(users.id, ratings.updatedBy))
    .where(
      and(
        eq(ratings.assessmentId, assessmentId),
        of.unitIds && inArray(ratings.unitId, of.unitIds),
        of.indicatorIds && inArray(ratings.indicatorId, of.indicatorIds),
      ),
    )
    .orderBy(ratings.slot);
}

export async function findRating(db: Database, key: RatingKey): Promise<RatingRow | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(ratings), updatedByName: users.displayName })
    .from(ratings)
    .innerJoin(users, eq(users.id, ratings.updatedBy))
    .where(isRating(key));
  return row;
}

/** @returns false where the leaf's first rating was written before. */
export async function insertRating(db: Database, row: NewRatingRow): Promise<boolean> {
  const rows = await db
    .insert(ratings)
    .values(row)
    .onConflictDoNothing()
    .returning({ revision: ratings.revision });
  return rows.length === 1;
}

/** Writes over the revision that was seen. @returns false where it is no longer there. */
export async function updateRating(
  db: Database,
  row: NewRatingRow,
  expectedRevision: number,
): Promise<boolean> {
  const { state, input, marks, reason, revision, updatedBy, updatedAt } = row;
  const rows = await db
    .update(ratings)
    .set({ state, input, marks, reason, revision, updatedBy, updatedAt })
    .where(and(isRating(row), eq(ratings.revision, expectedRevision)))
    .returning({ revision: ratings.revision });
  return rows.length === 1;
}
