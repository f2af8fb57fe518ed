import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray, isNull, ne, or, sql } from 'drizzle-orm';

const { calibrations, calibrationSubmissions, calibrationUnits, roleGrants, users } = schema;

export type CalibrationRow = typeof calibrations.$inferSelect & { closedByName: string | null };
export type NewCalibrationRow = typeof calibrations.$inferSelect;

export async function findCalibration(
  db: Database,
  assessmentId: string,
): Promise<CalibrationRow | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(calibrations), closedByName: users.displayName })
    .from(calibrations)
    .leftJoin(users, eq(users.id, calibrations.closedBy))
    .where(eq(calibrations.assessmentId, assessmentId));
  return row;
}

/** As it stands until the transaction ends: `share` among those who write entries, `update` for who changes it. */
export async function holdCalibration(
  db: Database,
  assessmentId: string,
  lock: 'share' | 'update',
): Promise<NewCalibrationRow | undefined> {
  const [row] = await db
    .select()
    .from(calibrations)
    .where(eq(calibrations.assessmentId, assessmentId))
    .for(lock);
  return row;
}

export async function listUnitIds(db: Database, assessmentId: string): Promise<string[]> {
  const rows = await db
    .select({ unitId: calibrationUnits.unitId })
    .from(calibrationUnits)
    .where(eq(calibrationUnits.assessmentId, assessmentId));
  return rows.map(({ unitId }) => unitId);
}

/** Puts the calibration in place of what was there. */
export async function writeCalibration(
  db: Database,
  row: NewCalibrationRow,
  unitIds: readonly string[],
): Promise<void> {
  const { assessmentId, holds, revision, setBy, setAt } = row;
  await db
    .insert(calibrations)
    .values(row)
    .onConflictDoUpdate({ target: calibrations.assessmentId, set: { holds, revision, setBy, setAt } });
  await db.delete(calibrationUnits).where(eq(calibrationUnits.assessmentId, assessmentId));
  await db.insert(calibrationUnits).values(unitIds.map((unitId) => ({ assessmentId, unitId })));
}

/** Takes it back, with the hand-ins of evaluators who had nothing to enter. */
export async function deleteCalibration(db: Database, assessmentId: string): Promise<void> {
  await db.delete(calibrationSubmissions).where(eq(calibrationSubmissions.assessmentId, assessmentId));
  await db.delete(calibrationUnits).where(eq(calibrationUnits.assessmentId, assessmentId));
  await db.delete(calibrations).where(eq(calibrations.assessmentId, assessmentId));
}

export async function closeCalibration(
  db: Database,
  assessmentId: string,
  closing: Pick<NewCalibrationRow, 'closedAt' | 'closedBy' | 'closeReason'>,
): Promise<void> {
  await db.update(calibrations).set(closing).where(eq(calibrations.assessmentId, assessmentId));
}

export function listSubmissions(db: Database, assessmentId: string) {
  return db
    .select()
    .from(calibrationSubmissions)
    .where(eq(calibrationSubmissions.assessmentId, assessmentId));
}

export async function insertSubmission(
  db: Database,
  row: typeof calibrationSubmissions.$inferSelect,
): Promise<void> {
  await db.insert(calibrationSubmissions).values(row);
}

/** Every evaluator of the round who can sign in, assigned or not, by user name. */
export function listRaters(db: Database, assessmentId: string) {
  const holders = db
    .select({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'evaluator'),
        or(isNull(roleGrants.assessmentId), eq(roleGrants.assessmentId, assessmentId)),
      ),
    );
  return db
    .select({ id: users.id, displayName: users.displayName, homeUnitId: users.homeUnitId })
    .from(users)
    .where(and(inArray(users.id, holders), isNull(users.disabledAt)))
    .orderBy(users.username);
}

/** Whether an open calibration that comes before the scoring waits for this person. */
export async function isWaitedFor(
  db: Database,
  assessmentId: string,
  person: { id: string; homeUnitId: string | null },
): Promise<boolean> {
  const { assessmentId: ofRound, raterId } = calibrationSubmissions;
  const submitted = db
    .select({ one: sql`1` })
    .from(calibrationSubmissions)
    .where(and(eq(ofRound, assessmentId), eq(raterId, person.id)));
  const [row] = await db
    .select({ assessmentId: calibrations.assessmentId })
    .from(calibrations)
    .innerJoin(calibrationUnits, eq(calibrationUnits.assessmentId, calibrations.assessmentId))
    .where(
      and(
        eq(calibrations.assessmentId, assessmentId),
        eq(calibrations.holds, true),
        isNull(calibrations.closedAt),
        person.homeUnitId === null ? undefined : ne(calibrationUnits.unitId, person.homeUnitId),
        sql`not exists ${submitted}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}
