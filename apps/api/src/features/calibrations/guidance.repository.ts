import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns } from 'drizzle-orm';

const { scoringGuidance: guidance, users } = schema;

export type NewGuidanceRow = typeof guidance.$inferSelect;

/** What was written of leaves, empty notes too, with the name of who wrote. */
export function listGuidance(db: Database, assessmentId: string) {
  return db
    .select({ ...getTableColumns(guidance), updatedByName: users.displayName })
    .from(guidance)
    .innerJoin(users, eq(users.id, guidance.updatedBy))
    .where(eq(guidance.assessmentId, assessmentId));
}

/** Writes over the revision that was seen, 0 for a first one. @returns false where it is no longer there */
export async function writeGuidance(
  db: Database,
  row: NewGuidanceRow,
  expectedRevision: number,
): Promise<boolean> {
  const { assessmentId, indicatorId, note, revision, updatedBy, updatedAt } = row;
  if (expectedRevision === 0) {
    const rows = await db.insert(guidance).values(row).onConflictDoNothing().returning();
    return rows.length === 1;
  }
  const rows = await db
    .update(guidance)
    .set({ note, revision, updatedBy, updatedAt })
    .where(
      and(
        eq(guidance.assessmentId, assessmentId),
        eq(guidance.indicatorId, indicatorId),
        eq(guidance.revision, expectedRevision),
      ),
    )
    .returning({ revision: guidance.revision });
  return rows.length === 1;
}
