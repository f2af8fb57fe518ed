import { type Database, schema } from '@gongping/db';
import { and, count, desc, eq, getTableColumns, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';

const { appeals, arbitrationCases, assessments, assessmentUnits, assignments, claims, scores, units } =
  schema;

export type AssessmentRow = typeof assessments.$inferSelect;

export async function findAssessmentBySlug(db: Database, slug: string): Promise<AssessmentRow | undefined> {
  const [row] = await db.select().from(assessments).where(eq(assessments.slug, slug));
  return row;
}

/** Reads an assessment and holds it until the transaction ends. */
export async function lockAssessment(db: Database, assessmentId: string): Promise<AssessmentRow | undefined> {
  const [row] = await db.select().from(assessments).where(eq(assessments.id, assessmentId)).for('update');
  return row;
}

/** Newest year first, with the number of units. @param ids those wanted; null for all */
export function listAssessments(db: Database, ids: string[] | null) {
  return db
    .select({ ...getTableColumns(assessments), unitCount: count(assessmentUnits.unitId) })
    .from(assessments)
    .leftJoin(assessmentUnits, eq(assessmentUnits.assessmentId, assessments.id))
    .where(ids === null ? undefined : inArray(assessments.id, ids))
    .groupBy(assessments.id)
    .orderBy(desc(assessments.year), desc(assessments.createdAt));
}

/** By code. */
export function listAssessmentUnits(db: Database, assessmentId: string) {
  return db
    .select(getTableColumns(units))
    .from(assessmentUnits)
    .innerJoin(units, eq(units.id, assessmentUnits.unitId))
    .where(eq(assessmentUnits.assessmentId, assessmentId))
    .orderBy(units.code);
}

/** Slugs of a year's assessments. Nobody else can add one until the transaction ends. */
export async function lockSlugsOfYear(db: Database, year: number): Promise<string[]> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`assessments:${year}`}, 0))`);
  const rows = await db
    .select({ slug: assessments.slug })
    .from(assessments)
    .where(eq(assessments.year, year));
  return rows.map(({ slug }) => slug);
}

export async function insertAssessment(db: Database, row: AssessmentRow, unitIds: string[]): Promise<void> {
  await db.insert(assessments).values(row);
  await insertAssessmentUnits(db, row.id, unitIds);
}

export async function updateAssessment(db: Database, row: AssessmentRow): Promise<void> {
  await db.update(assessments).set(row).where(eq(assessments.id, row.id));
}

/** Makes `unitIds` the units of the assessment; whoever was to score a unit that is out has it no more. */
export async function replaceAssessmentUnits(
  db: Database,
  assessmentId: string,
  unitIds: string[],
): Promise<void> {
  await db.delete(assessmentUnits).where(eq(assessmentUnits.assessmentId, assessmentId));
  await db
    .delete(assignments)
    .where(and(eq(assignments.assessmentId, assessmentId), notInArray(assignments.unitId, unitIds)));
  await insertAssessmentUnits(db, assessmentId, unitIds);
}

async function insertAssessmentUnits(db: Database, assessmentId: string, unitIds: string[]): Promise<void> {
  await db.insert(assessmentUnits).values(unitIds.map((unitId) => ({ assessmentId, unitId })));
}

/** Leaves that have a score or are N/A, over all units. */
export async function countScored(db: Database, assessmentId: string): Promise<number> {
  const [row] = await db
    .select({ scored: count() })
    .from(scores)
    .where(and(eq(scores.assessmentId, assessmentId), ne(scores.state, 'unscored')));
  return row?.scored ?? 0;
}

/** Leaves at which units have said anything of themselves. */
export async function countClaims(db: Database, assessmentId: string): Promise<number> {
  const [row] = await db
    .select({ claimed: count() })
    .from(claims)
    .where(and(eq(claims.assessmentId, assessmentId), ne(claims.state, 'unscored')));
  return row?.claimed ?? 0;
}

export async function countOpenCases(db: Database, assessmentId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(arbitrationCases)
    .where(and(eq(arbitrationCases.assessmentId, assessmentId), isNull(arbitrationCases.ruledAt)));
  return row?.open ?? 0;
}

export async function countOpenAppeals(db: Database, assessmentId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(appeals)
    .where(and(eq(appeals.assessmentId, assessmentId), eq(appeals.state, 'open')));
  return row?.open ?? 0;
}
