import { type Database, schema } from '@gongping/db';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';

const { assignments, ratings, roleGrants, users } = schema;

export type AssignmentRow = typeof assignments.$inferSelect;

/** Rows for one statement: PostgreSQL takes 65,535 values, a row has five. */
const rowsAtOnce = 5000;

export function listAssignments(db: Database, assessmentId: string): Promise<AssignmentRow[]> {
  return db
    .select()
    .from(assignments)
    .where(eq(assignments.assessmentId, assessmentId))
    .orderBy(assignments.unitId, assignments.family, assignments.slot);
}

/** Who has rated what in which slot, whoever has it now. */
export function listRated(db: Database, assessmentId: string, unitIds: string[]) {
  const { unitId, indicatorId, slot, updatedBy } = ratings;
  return db
    .selectDistinct({ unitId, indicatorId, slot, raterId: updatedBy })
    .from(ratings)
    .where(and(eq(ratings.assessmentId, assessmentId), inArray(ratings.unitId, unitIds)));
}

/** Who may be given cells: holders of the evaluator's role in the assessment, by user name. */
export function listEvaluators(db: Database, assessmentId: string) {
  const holders = db
    .select({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'evaluator'),
        or(isNull(roleGrants.assessmentId), eq(roleGrants.assessmentId, assessmentId)),
      ),
    );
  return selectPeople(db)
    .where(and(inArray(users.id, holders), isNull(users.disabledAt)))
    .orderBy(users.username);
}

/** Everybody who has cells, whatever became of the role. */
export function listAssigned(db: Database, assessmentId: string) {
  const assigned = db
    .select({ userId: assignments.evaluatorId })
    .from(assignments)
    .where(eq(assignments.assessmentId, assessmentId));
  return selectPeople(db).where(inArray(users.id, assigned)).orderBy(users.username);
}

function selectPeople(db: Database) {
  const { id, displayName, homeUnitId } = users;
  return db.select({ id, displayName, homeUnitId }).from(users).$dynamic();
}

/** Gives cells to evaluators, in place of whoever had them. */
export async function upsertAssignments(db: Database, rows: readonly AssignmentRow[]): Promise<void> {
  for (const part of inParts(rows)) {
    await db
      .insert(assignments)
      .values(part)
      .onConflictDoUpdate({
        target: [assignments.assessmentId, assignments.unitId, assignments.family, assignments.slot],
        set: { evaluatorId: sql`excluded.evaluator_id` },
      });
  }
}

export async function deleteAssignments(
  db: Database,
  assessmentId: string,
  cells: readonly { unitId: string; family: string; slot: number }[],
): Promise<void> {
  for (const part of inParts(cells)) {
    const pairs = part.map(
      ({ unitId, family, slot }) => sql`(${unitId}::uuid, ${family}::text, ${slot}::int)`,
    );
    await db
      .delete(assignments)
      .where(
        and(
          eq(assignments.assessmentId, assessmentId),
          sql`(${assignments.unitId}, ${assignments.family}, ${assignments.slot}) in (${sql.join(pairs, sql`, `)})`,
        ),
      );
  }
}

function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    parts.push(rows.slice(start, start + rowsAtOnce));
  }
  return parts;
}
