import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';

const { assessments, assessmentUnits, claimReopenings, claimSubmissions, users } = schema;

export type SubmissionRow = typeof claimSubmissions.$inferSelect & { submittedByName: string };
export type ReopeningRow = typeof claimReopenings.$inferSelect & { reopenedByName: string };
interface UnitKey {
  readonly assessmentId: string;
  readonly unitId: string;
}

export function listSubmissions(
  db: Database,
  assessmentId: string,
  unitIds?: string[],
): Promise<SubmissionRow[]> {
  return db
    .select({ ...getTableColumns(claimSubmissions), submittedByName: users.displayName })
    .from(claimSubmissions)
    .innerJoin(users, eq(users.id, claimSubmissions.submittedBy))
    .where(
      and(
        eq(claimSubmissions.assessmentId, assessmentId),
        unitIds && inArray(claimSubmissions.unitId, unitIds),
      ),
    );
}

export function listReopenings(
  db: Database,
  assessmentId: string,
  unitIds?: string[],
): Promise<ReopeningRow[]> {
  return db
    .select({ ...getTableColumns(claimReopenings), reopenedByName: users.displayName })
    .from(claimReopenings)
    .innerJoin(users, eq(users.id, claimReopenings.reopenedBy))
    .where(
      and(
        eq(claimReopenings.assessmentId, assessmentId),
        unitIds && inArray(claimReopenings.unitId, unitIds),
      ),
    );
}

export async function insertSubmission(
  db: Database,
  row: typeof claimSubmissions.$inferSelect,
): Promise<void> {
  await db.insert(claimSubmissions).values(row);
}

export async function deleteSubmission(db: Database, { assessmentId, unitId }: UnitKey): Promise<void> {
  await db
    .delete(claimSubmissions)
    .where(and(eq(claimSubmissions.assessmentId, assessmentId), eq(claimSubmissions.unitId, unitId)));
}

/** Keeps the last reopening of a unit only; the earlier ones are in the audit log. */
export async function saveReopening(db: Database, row: typeof claimReopenings.$inferSelect): Promise<void> {
  const { lastDay, reason, reopenedBy, reopenedAt } = row;
  await db
    .insert(claimReopenings)
    .values(row)
    .onConflictDoUpdate({
      target: [claimReopenings.assessmentId, claimReopenings.unitId],
      set: { lastDay, reason, reopenedBy, reopenedAt },
    });
}

/** Phase and dates as they stand; they cannot change before the transaction ends. */
export async function holdRound(db: Database, assessmentId: string) {
  const [row] = await db
    .select({ phase: assessments.phase, phaseDates: assessments.phaseDates })
    .from(assessments)
    .where(eq(assessments.id, assessmentId))
    .for('share');
  return row;
}

/**
 * Whether a unit has handed in stays as it is until the transaction ends. Those who write claims share the hold; who
 * hands in, takes back or reopens has it alone, so that nothing is written into what was handed in.
 */
export async function holdUnit(db: Database, key: UnitKey, strength: 'share' | 'update'): Promise<void> {
  await db
    .select({ unitId: assessmentUnits.unitId })
    .from(assessmentUnits)
    .where(and(eq(assessmentUnits.assessmentId, key.assessmentId), eq(assessmentUnits.unitId, key.unitId)))
    .for(strength);
}
