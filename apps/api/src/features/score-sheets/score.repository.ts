import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';

const { indicators, scores, units, users } = schema;

/** A score with the name of who saved it last. */
export type ScoreRow = typeof scores.$inferSelect & { updatedByName: string };
export type NewScoreRow = typeof scores.$inferSelect;

export interface CellKey {
  readonly assessmentId: string;
  readonly unitId: string;
  readonly indicatorId: string;
}

const isCell = (key: CellKey) =>
  and(
    eq(scores.assessmentId, key.assessmentId),
    eq(scores.unitId, key.unitId),
    eq(scores.indicatorId, key.indicatorId),
  );

/** Scores of an assessment, of all cells or of some. */
export function listScores(
  db: Database,
  assessmentId: string,
  of: { unitIds?: string[]; indicatorIds?: string[] } = {},
): Promise<ScoreRow[]> {
  return db
    .select({ ...getTableColumns(scores), updatedByName: users.displayName })
    .from(scores)
    .innerJoin(users, eq(users.id, scores.updatedBy))
    .where(
      and(
        eq(scores.assessmentId, assessmentId),
        of.unitIds && inArray(scores.unitId, of.unitIds),
        of.indicatorIds && inArray(scores.indicatorId, of.indicatorIds),
      ),
    );
}

/** Every score of an assessment with the codes of its unit and leaf. */
export function listScoresWithCodes(db: Database, assessmentId: string) {
  return db
    .select({
      ...getTableColumns(scores),
      updatedByName: users.displayName,
      unitCode: units.code,
      indicatorCode: indicators.code,
    })
    .from(scores)
    .innerJoin(users, eq(users.id, scores.updatedBy))
    .innerJoin(units, eq(units.id, scores.unitId))
    .innerJoin(indicators, eq(indicators.id, scores.indicatorId))
    .where(eq(scores.assessmentId, assessmentId))
    .orderBy(units.code, indicators.position);
}

/** Scores with their indicators, which may be of another version of the system; of one unit, or (null) of all. */
export function listScoresByCode(db: Database, assessmentId: string, unitId: string | null) {
  return db
    .select({
      unitId: scores.unitId,
      kind: units.kind,
      state: scores.state,
      marks: scores.marks,
      indicatorCode: indicators.code,
      countyMarks: indicators.countyMarks,
      departmentMarks: indicators.departmentMarks,
    })
    .from(scores)
    .innerJoin(indicators, eq(indicators.id, scores.indicatorId))
    .innerJoin(units, eq(units.id, scores.unitId))
    .where(
      and(eq(scores.assessmentId, assessmentId), unitId === null ? undefined : eq(scores.unitId, unitId)),
    );
}

export async function findScore(db: Database, key: CellKey): Promise<ScoreRow | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(scores), updatedByName: users.displayName })
    .from(scores)
    .innerJoin(users, eq(users.id, scores.updatedBy))
    .where(isCell(key));
  return row;
}

/** @returns false where somebody else wrote the leaf's first score before. */
export async function insertScore(db: Database, row: NewScoreRow): Promise<boolean> {
  const rows = await db
    .insert(scores)
    .values(row)
    .onConflictDoNothing()
    .returning({ revision: scores.revision });
  return rows.length === 1;
}

/** Writes over the revision that was seen. @returns false where it is no longer there. */
export async function updateScore(
  db: Database,
  row: NewScoreRow,
  expectedRevision: number,
): Promise<boolean> {
  const { state, input, marks, reason, origin, revision, updatedBy, updatedAt } = row;
  const rows = await db
    .update(scores)
    .set({ state, input, marks, reason, origin, revision, updatedBy, updatedAt })
    .where(and(isCell(row), eq(scores.revision, expectedRevision)))
    .returning({ revision: scores.revision });
  return rows.length === 1;
}

/**
 * Writes many scores of one assessment, each over the revision before its own; a first one where there is none.
 * @returns how many were written: fewer where somebody else wrote in between
 */
export async function writeScores(db: Database, rows: NewScoreRow[]): Promise<number> {
  const written = await db
    .insert(scores)
    .values(rows)
    .onConflictDoUpdate({
      target: [scores.assessmentId, scores.unitId, scores.indicatorId],
      set: {
        state: sql`excluded.state`,
        input: sql`excluded.input`,
        marks: sql`excluded.marks`,
        reason: sql`excluded.reason`,
        origin: sql`excluded.origin`,
        revision: sql`excluded.revision`,
        updatedBy: sql`excluded.updated_by`,
        updatedAt: sql`excluded.updated_at`,
      },
      setWhere: sql`${scores.revision} = excluded.revision - 1`,
    })
    .returning({ revision: scores.revision });
  return written.length;
}
