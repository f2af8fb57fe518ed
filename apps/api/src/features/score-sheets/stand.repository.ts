import { type Database, schema } from '@gongping/db';
import { and, eq, inArray, isNull, max, type SQL, sql } from 'drizzle-orm';

const { evidence, ratings, scores, units } = schema;

/** A leaf as the queries below take it. */
export interface StandLeaf {
  /** What the answers call it: its place among the leaves asked for. */
  readonly at: number;
  readonly id: string;
  /** Outside the 100: a bonus or a veto, whose full marks say nothing of what is lost. */
  readonly outside: boolean;
  readonly county: string | null;
  readonly department: string | null;
}

/** What was judged of one unit, as places of leaves with commas between: a row a leaf would take ten times as long. */
export interface StandRow {
  readonly unitId: string;
  /** Null for scores. */
  readonly slot: number | null;
  readonly scored: string | null;
  readonly notApplicable: string | null;
  /** Where marks were lost, granted or vetoed: as far as marks can tell. */
  readonly lost: string | null;
  /** Of scores, when one was written last. */
  readonly lastChange: Date | null;
}

/** Of `lost`, where no reason is given. */
export interface BlankRow {
  readonly unitId: string;
  readonly slot: number | null;
  readonly blank: string | null;
}

/** Where a unit has evidence for its scores, and where a person has added some. */
export interface ProofRow {
  readonly unitId: string;
  readonly proved: string | null;
  readonly byPerson: string | null;
}

/** What somebody gave a cell. */
export interface JudgedRow {
  readonly unitId: string;
  readonly slot: number | null;
  readonly at: number;
  readonly input: (typeof scores.$inferSelect)['input'];
  readonly marks: string | null;
  readonly reason: string;
}

/** The leaves as a table of the query: their number adds no statement and no parameter. */
function leafTable(leaves: readonly StandLeaf[]): SQL {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb)`;
  return sql`${rows} as leaf(at int, id uuid, outside boolean, county numeric, department numeric)`;
}

type Judged = typeof scores | typeof ratings;

/** Whether marks were lost, granted or vetoed: as far as marks can tell. */
function isLoss(of: Judged): SQL {
  const full = sql`case when ${units.kind} = 'county' then leaf.county else leaf.department end`;
  return sql`(leaf.outside or ${of.marks} is null or ${of.marks} < ${full})`;
}

/** Places of the leaves for which a condition holds. */
const placesWhere = (condition: SQL) =>
  sql<string | null>`string_agg(leaf.at::text, ',') filter (where ${condition})`;

/*
 * Whole rounds are read from indexes alone (`*_state_idx`, `*_blank_idx`, `evidence_score_idx`): the queries name no other
 * columns, and what needs them is asked of few cells.
 */
const standOf = (of: Judged) => ({
  unitId: of.unitId,
  scored: placesWhere(sql`${of.state} = 'scored'`),
  notApplicable: placesWhere(sql`${of.state} = 'not_applicable'`),
  lost: placesWhere(sql`${of.state} = 'scored' and ${isLoss(of)}`),
});

const isBlank = (of: Judged) => and(eq(of.state, 'scored'), eq(of.reason, ''));

/** What stands in the scores of a round. */
export function listScoreStands(
  db: Database,
  assessmentId: string,
  leaves: readonly StandLeaf[],
): Promise<StandRow[]> {
  return db
    .select({ ...standOf(scores), slot: sql<null>`null`, lastChange: max(scores.updatedAt) })
    .from(scores)
    .innerJoin(units, eq(units.id, scores.unitId))
    .innerJoin(leafTable(leaves), sql`leaf.id = ${scores.indicatorId}`)
    .where(eq(scores.assessmentId, assessmentId))
    .groupBy(scores.unitId);
}

export function listBlankScores(
  db: Database,
  assessmentId: string,
  leaves: readonly StandLeaf[],
): Promise<BlankRow[]> {
  return db
    .select({ unitId: scores.unitId, slot: sql<null>`null`, blank: placesWhere(isLoss(scores)) })
    .from(scores)
    .innerJoin(units, eq(units.id, scores.unitId))
    .innerJoin(leafTable(leaves), sql`leaf.id = ${scores.indicatorId}`)
    .where(and(eq(scores.assessmentId, assessmentId), isBlank(scores)))
    .groupBy(scores.unitId);
}

/** Leaves, and places among the two raters. */
interface OfRaters {
  readonly leaves: readonly StandLeaf[];
  readonly slots: readonly number[];
}

/** What raters of a round have given. */
export function listRatingStands(
  db: Database,
  assessmentId: string,
  { leaves, slots }: OfRaters,
): Promise<StandRow[]> {
  return db
    .select({ ...standOf(ratings), slot: ratings.slot, lastChange: sql<null>`null` })
    .from(ratings)
    .innerJoin(units, eq(units.id, ratings.unitId))
    .innerJoin(leafTable(leaves), sql`leaf.id = ${ratings.indicatorId}`)
    .where(and(eq(ratings.assessmentId, assessmentId), inArray(ratings.slot, [...slots])))
    .groupBy(ratings.unitId, ratings.slot);
}

export function listBlankRatings(
  db: Database,
  assessmentId: string,
  { leaves, slots }: OfRaters,
): Promise<BlankRow[]> {
  return db
    .select({ unitId: ratings.unitId, slot: ratings.slot, blank: placesWhere(isLoss(ratings)) })
    .from(ratings)
    .innerJoin(units, eq(units.id, ratings.unitId))
    .innerJoin(leafTable(leaves), sql`leaf.id = ${ratings.indicatorId}`)
    .where(and(eq(ratings.assessmentId, assessmentId), inArray(ratings.slot, [...slots]), isBlank(ratings)))
    .groupBy(ratings.unitId, ratings.slot);
}

/** Where there is evidence for scores; a leaf may be named several times. */
export function listProofs(
  db: Database,
  assessmentId: string,
  { leaves, personId }: { leaves: readonly StandLeaf[]; personId: string | null },
): Promise<ProofRow[]> {
  return db
    .select({
      unitId: evidence.unitId,
      proved: placesWhere(sql`true`),
      byPerson: placesWhere(sql`${evidence.addedBy} = ${personId}`),
    })
    .from(evidence)
    .innerJoin(leafTable(leaves), sql`leaf.id = ${evidence.indicatorId}`)
    .where(
      and(eq(evidence.assessmentId, assessmentId), eq(evidence.purpose, 'score'), isNull(evidence.removedAt)),
    )
    .groupBy(evidence.unitId);
}

/** A cell as the queries below take it. */
export interface StandCell {
  readonly unit: string;
  readonly leaf: string;
  /** What the answers call the leaf. */
  readonly at: number;
  readonly slot: number | null;
}

function cellTable(cells: readonly StandCell[]): SQL {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)`;
  return sql`${rows} as cell(unit uuid, leaf uuid, at int, slot int)`;
}

const judgedOf = (of: Judged) => ({
  unitId: of.unitId,
  at: sql<number>`cell.at`,
  input: of.input,
  marks: of.marks,
  reason: of.reason,
});

/** What was given to some cells. */
export function listJudgedScores(
  db: Database,
  assessmentId: string,
  cells: readonly StandCell[],
): Promise<JudgedRow[]> {
  return db
    .select({ ...judgedOf(scores), slot: sql<null>`null` })
    .from(scores)
    .innerJoin(
      cellTable(cells),
      sql`cell.unit = ${scores.unitId} and cell.leaf = ${scores.indicatorId} and cell.slot is null`,
    )
    .where(eq(scores.assessmentId, assessmentId));
}

export function listJudgedRatings(
  db: Database,
  assessmentId: string,
  cells: readonly StandCell[],
): Promise<JudgedRow[]> {
  return db
    .select({ ...judgedOf(ratings), slot: ratings.slot })
    .from(ratings)
    .innerJoin(
      cellTable(cells),
      sql`cell.unit = ${ratings.unitId} and cell.leaf = ${ratings.indicatorId} and cell.slot = ${ratings.slot}`,
    )
    .where(eq(ratings.assessmentId, assessmentId));
}
