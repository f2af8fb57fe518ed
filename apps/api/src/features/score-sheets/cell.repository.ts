import { type Database, schema } from '@gongping/db';
import { and, desc, eq, sql } from 'drizzle-orm';

const { assessments, assignments, ratingSubmissions, users } = schema;

export interface AssignedCell {
  readonly unitId: string;
  readonly family: string;
  /** 1, or 2 for the second of two blind raters. */
  readonly slot: number;
  readonly evaluatorId: string;
  readonly evaluatorName: string;
}

/** Who scores which family of which unit. */
export function listAssignedCells(db: Database, assessmentId: string): Promise<AssignedCell[]> {
  return db
    .select({
      unitId: assignments.unitId,
      family: assignments.family,
      slot: assignments.slot,
      evaluatorId: assignments.evaluatorId,
      evaluatorName: users.displayName,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.evaluatorId))
    .where(eq(assignments.assessmentId, assessmentId))
    .orderBy(assignments.unitId, assignments.family, assignments.slot);
}

/** A family of a unit that one of two raters has handed in. */
export interface HandedIn {
  readonly unitId: string;
  readonly family: string;
  readonly slot: number;
}

/** What the raters have handed in, of all units or of one. */
export function listHandedIn(db: Database, assessmentId: string, unitId?: string): Promise<HandedIn[]> {
  return db
    .select({
      unitId: ratingSubmissions.unitId,
      family: ratingSubmissions.family,
      slot: ratingSubmissions.slot,
    })
    .from(ratingSubmissions)
    .where(
      and(
        eq(ratingSubmissions.assessmentId, assessmentId),
        unitId === undefined ? undefined : eq(ratingSubmissions.unitId, unitId),
      ),
    );
}

/**
 * Keeps the ratings of a unit as they are until the transaction ends: of two raters who hand in at once, the second
 * sees the first, and nobody writes what is being handed in.
 */
export async function lockUnitRatings(db: Database, assessmentId: string, unitId: string): Promise<void> {
  const key = `ratings:${assessmentId}:${unitId}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/**
 * The phase as it stands. It cannot change before the transaction ends, so that a score is never written after the
 * scoring was closed; writers of scores do not wait for each other.
 */
export async function holdPhase(db: Database, assessmentId: string) {
  const [row] = await db
    .select({ phase: assessments.phase })
    .from(assessments)
    .where(eq(assessments.id, assessmentId))
    .for('share');
  return row?.phase;
}

/** The assessment of a year; the last one where the year has several. */
export async function findAssessmentOfYear(
  db: Database,
  of: { year: number; demonstration: boolean },
): Promise<{ id: string } | undefined> {
  const [row] = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(eq(assessments.year, of.year), eq(assessments.demonstration, of.demonstration)))
    .orderBy(desc(assessments.createdAt))
    .limit(1);
  return row;
}

export async function findAssessment(db: Database, slug: string) {
  const [row] = await db.select().from(assessments).where(eq(assessments.slug, slug));
  return row;
}

/** Slugs of all assessments, the newest first. */
export async function listSlugs(db: Database): Promise<string[]> {
  const rows = await db
    .select({ slug: assessments.slug })
    .from(assessments)
    .orderBy(desc(assessments.year), desc(assessments.createdAt));
  return rows.map(({ slug }) => slug);
}
