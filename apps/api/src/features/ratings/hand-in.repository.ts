import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns } from 'drizzle-orm';

const { ratingSubmissions, users } = schema;

/** That a rater has handed in a family of a unit, with the name of who did. */
export type HandInRow = typeof ratingSubmissions.$inferSelect & { submittedByName: string };
export type NewHandInRow = typeof ratingSubmissions.$inferSelect;

/** What has been handed in, of all units or of one. */
export function listHandIns(db: Database, assessmentId: string, unitId?: string): Promise<HandInRow[]> {
  return db
    .select({ ...getTableColumns(ratingSubmissions), submittedByName: users.displayName })
    .from(ratingSubmissions)
    .innerJoin(users, eq(users.id, ratingSubmissions.submittedBy))
    .where(
      and(
        eq(ratingSubmissions.assessmentId, assessmentId),
        unitId === undefined ? undefined : eq(ratingSubmissions.unitId, unitId),
      ),
    );
}

export async function insertHandIns(db: Database, rows: NewHandInRow[]): Promise<void> {
  await db.insert(ratingSubmissions).values(rows);
}

/** @returns the id of who had handed it in; null where it was not handed in */
export async function deleteHandIn(
  db: Database,
  of: Pick<NewHandInRow, 'assessmentId' | 'unitId' | 'family' | 'slot'>,
): Promise<string | null> {
  const rows = await db
    .delete(ratingSubmissions)
    .where(
      and(
        eq(ratingSubmissions.assessmentId, of.assessmentId),
        eq(ratingSubmissions.unitId, of.unitId),
        eq(ratingSubmissions.family, of.family),
        eq(ratingSubmissions.slot, of.slot),
      ),
    )
    .returning({ submittedBy: ratingSubmissions.submittedBy });
  return rows[0]?.submittedBy ?? null;
}
