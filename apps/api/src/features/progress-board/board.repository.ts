import { type Database, schema } from '@gongping/db';
import { and, count, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';

const { appeals, arbitrationCases, assessmentUnits, assignments, claims, claimSubmissions } = schema;
const { ratings, roleGrants, scores, units, users } = schema;

/** A leaf of the 100 with its family and what it is worth for each kind of unit. */
export interface CountedLeaf {
  readonly id: string;
  readonly family: string;
  readonly county: string | null;
  readonly department: string | null;
}

/** Leaves done in a cell: a family of a unit, by one of its raters. */
export interface DoneCell {
  readonly unitId: string;
  readonly family: string;
  readonly slot: number;
  readonly done: number;
}

/** The counted leaves as a table of the query: their number adds no statement and no parameter. */
function leafTable(leaves: readonly CountedLeaf[]) {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb)`;
  return sql`${rows} as leaf(id uuid, family text, county numeric, department numeric)`;
}

/** Leaves that stand in the scores, by unit and family, and how many of them lost marks. */
export function countScores(db: Database, assessmentId: string, leaves: readonly CountedLeaf[]) {
  const family = sql<string>`leaf.family`;
  const full = sql`case when ${units.kind} = 'county' then leaf.county else leaf.department end`;
  return db
    .select({
      unitId: scores.unitId,
      family,
      slot: sql<number>`1`,
      done: count(),
      deductions: sql<number>`(count(*) filter (where ${scores.marks} < ${full}))::int`,
    })
    .from(scores)
    .innerJoin(units, eq(units.id, scores.unitId))
    .innerJoin(leafTable(leaves), sql`leaf.id = ${scores.indicatorId}`)
    .where(and(eq(scores.assessmentId, assessmentId), ne(scores.state, 'unscored')))
    .groupBy(scores.unitId, family);
}

/** Leaves judged by each of two blind raters, by unit and family. */
export function countRatings(
  db: Database,
  assessmentId: string,
  leaves: readonly CountedLeaf[],
): Promise<DoneCell[]> {
  const family = sql<string>`leaf.family`;
  return db
    .select({ unitId: ratings.unitId, family, slot: ratings.slot, done: count() })
    .from(ratings)
    .innerJoin(leafTable(leaves), sql`leaf.id = ${ratings.indicatorId}`)
    .where(and(eq(ratings.assessmentId, assessmentId), ne(ratings.state, 'unscored')))
    .groupBy(ratings.unitId, ratings.slot, family);
}

/** Leaves at which units have assessed themselves. */
export function countClaims(db: Database, assessmentId: string, leaves: readonly CountedLeaf[]) {
  return db
    .select({ unitId: claims.unitId, claimed: count() })
    .from(claims)
    .innerJoin(leafTable(leaves), sql`leaf.id = ${claims.indicatorId}`)
    .where(and(eq(claims.assessmentId, assessmentId), ne(claims.state, 'unscored')))
    .groupBy(claims.unitId);
}

export function listClaimSubmissions(db: Database, assessmentId: string) {
  return db
    .select({ unitId: claimSubmissions.unitId, submittedAt: claimSubmissions.submittedAt })
    .from(claimSubmissions)
    .where(eq(claimSubmissions.assessmentId, assessmentId));
}

export function countCases(db: Database, assessmentId: string) {
  return db
    .select({
      unitId: arbitrationCases.unitId,
      open: sql<number>`(count(*) filter (where ${arbitrationCases.ruledAt} is null))::int`,
      ruled: count(arbitrationCases.ruledAt),
    })
    .from(arbitrationCases)
    .where(eq(arbitrationCases.assessmentId, assessmentId))
    .groupBy(arbitrationCases.unitId);
}

/** Appeals that were not withdrawn. */
export function countAppeals(db: Database, assessmentId: string) {
  return db
    .select({
      unitId: appeals.unitId,
      open: sql<number>`(count(*) filter (where ${appeals.state} = 'open'))::int`,
      ruled: sql<number>`(count(*) filter (where ${appeals.state} <> 'open'))::int`,
    })
    .from(appeals)
    .where(and(eq(appeals.assessmentId, assessmentId), ne(appeals.state, 'withdrawn')))
    .groupBy(appeals.unitId);
}

/** Every assigned cell with its evaluator. */
export function listAssignedCells(db: Database, assessmentId: string) {
  return db
    .select({
      unitId: assignments.unitId,
      family: assignments.family,
      slot: assignments.slot,
      evaluatorId: assignments.evaluatorId,
      displayName: users.displayName,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.evaluatorId))
    .where(eq(assignments.assessmentId, assessmentId))
    .orderBy(users.displayName, users.id);
}

/** Who speaks for a unit of the round and can sign in. */
export function listLiaisons(db: Database, assessmentId: string) {
  return db
    .selectDistinct({ unitId: assessmentUnits.unitId, userId: users.id })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .innerJoin(assessmentUnits, eq(assessmentUnits.unitId, roleGrants.unitId))
    .where(
      and(
        eq(roleGrants.role, 'liaison'),
        or(isNull(roleGrants.assessmentId), eq(roleGrants.assessmentId, assessmentId)),
        eq(assessmentUnits.assessmentId, assessmentId),
        isNull(users.disabledAt),
        isNotNull(users.passwordHash),
      ),
    );
}
