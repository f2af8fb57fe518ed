import { type Database, rowVersions as versions, schema } from '@gongping/db';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';

const {
  appeals,
  arbitrationCases,
  assessments,
  assessmentUnits,
  assignments,
  checkAcceptances,
  evidence,
  indicators,
  linkChecks,
  notApplicableDecisions,
  ratings,
  scores,
  units,
  users,
} = schema;

export type AcceptanceRow = typeof checkAcceptances.$inferSelect;

const person = { id: users.id, name: users.displayName, homeUnitId: users.homeUnitId };

/** Who scores which unit or has scored it: by assignment, by score, by one of two blind ratings. */
export async function listScorers(db: Database, assessmentId: string) {
  const assigned = await db
    .selectDistinct({ unitId: assignments.unitId, person })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.evaluatorId))
    .where(eq(assignments.assessmentId, assessmentId));
  const scored = await db
    .selectDistinct({ unitId: scores.unitId, person })
    .from(scores)
    .innerJoin(users, eq(users.id, scores.updatedBy))
    .where(and(eq(scores.assessmentId, assessmentId), eq(scores.origin, 'evaluator')));
  const rated = await db
    .selectDistinct({ unitId: ratings.unitId, person })
    .from(ratings)
    .innerJoin(users, eq(users.id, ratings.updatedBy))
    .where(eq(ratings.assessmentId, assessmentId));
  return [...assigned, ...scored, ...rated];
}

/** Who ruled on which leaf, in arbitration or on an appeal. */
export async function listRulings(db: Database, assessmentId: string) {
  const cases = await db
    .select({ unitId: arbitrationCases.unitId, indicatorId: arbitrationCases.indicatorId, person })
    .from(arbitrationCases)
    .innerJoin(users, eq(users.id, arbitrationCases.ruledBy))
    .where(eq(arbitrationCases.assessmentId, assessmentId));
  const objections = await db
    .select({ unitId: appeals.unitId, indicatorId: appeals.indicatorId, person })
    .from(appeals)
    .innerJoin(users, eq(users.id, appeals.ruledBy))
    .where(and(eq(appeals.assessmentId, assessmentId), isNotNull(appeals.ruledAt)));
  return [...cases, ...objections];
}

/** What was let stand, with who did it. */
export function listAcceptances(db: Database, assessmentId: string) {
  return db
    .select({
      check: checkAcceptances.check,
      subject: checkAcceptances.subject,
      reason: checkAcceptances.reason,
      by: users.displayName,
      at: checkAcceptances.acceptedAt,
    })
    .from(checkAcceptances)
    .innerJoin(users, eq(users.id, checkAcceptances.acceptedBy))
    .where(eq(checkAcceptances.assessmentId, assessmentId));
}

/** @returns the subjects that were not let stand before */
export async function insertAcceptances(db: Database, rows: AcceptanceRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const inserted = await db
    .insert(checkAcceptances)
    .values(rows)
    .onConflictDoNothing()
    .returning({ subject: checkAcceptances.subject });
  return inserted.map(({ subject }) => subject);
}

/** @returns what was let stand and no longer is */
export function deleteAcceptances(
  db: Database,
  assessmentId: string,
  { check, subjects }: { check: string; subjects: string[] },
): Promise<AcceptanceRow[]> {
  return db
    .delete(checkAcceptances)
    .where(
      and(
        eq(checkAcceptances.assessmentId, assessmentId),
        eq(checkAcceptances.check, check),
        inArray(checkAcceptances.subject, subjects),
      ),
    )
    .returning();
}

const ofRound = [
  assessmentUnits,
  assignments,
  scores,
  ratings,
  evidence,
  notApplicableDecisions,
  arbitrationCases,
  appeals,
  linkChecks,
  checkAcceptances,
];

/** A text that is another after any change to what the standing checks of a round follow from. One statement. */
export async function findingsMark(
  db: Database,
  { id, indicatorSystemId }: { id: string; indicatorSystemId: string },
): Promise<string> {
  const parts = ofRound.map(
    (table) => sql`(select ${versions} from ${table} where ${table.assessmentId} = ${id})`,
  );
  const { rows } = await db.execute<{ mark: string }>(sql`select concat_ws('/', ${sql.join(parts, sql`, `)},
    (select ${versions} from ${assessments} where ${assessments.id} = ${id}),
    (select ${versions} from ${indicators} where ${indicators.systemId} = ${indicatorSystemId}),
    (select ${versions} from ${units}),
    (select ${versions} from ${users})) as mark`);
  return rows[0]?.mark ?? '';
}
