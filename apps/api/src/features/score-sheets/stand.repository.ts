import { type Database, schema } from '@gongping/db';
import { and, eq, inArray, max, type SQL, sql } from 'drizzle-orm';

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
  readonly lastChange: Date | null;
}

/** Marks that were lost, granted or vetoed where the reason is blank or evidence is missing. */
export interface DoubtfulRow {
  readonly unitId: string;
  readonly slot: number | null;
  readonly at: number;
  readonly input: (typeof scores.$inferSelect)['input'];
  readonly marks: string | null;
  readonly reason: string;
  /** Whether there is evidence for the score, and some that a person added. */
  readonly evidenced: boolean;
  readonly evidencedByPerson: boolean;
}

/** The leaves as a table of the query: their number adds no statement and no parameter. */
function leafTable(leaves: readonly StandLeaf[]): SQL {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb)`;
  return sql`${rows} as leaf(at int, id uuid, outside boolean, county numeric, department numeric)`;
}

type Judged = typeof scores | typeof ratings;

function columnsOf(of: Judged) {
  const places = (state: string) =>
    sql<string | null>`string_agg(leaf.at::text, ',') filter (where ${of.state} = ${state})`;
  return {
    scored: places('scored'),
    notApplicable: places('not_applicable'),
    lastChange: max(of.updatedAt),
  };
}

/** What stands in the scores of a round. */
export function listScoreStands(
  db: Database,
  assessmentId: string,
  leaves: readonly StandLeaf[],
): Promise<StandRow[]> {
  return db
    .select({ unitId: scores.unitId, slot: sql<null>`null`, ...columnsOf(scores) })
    .from(scores)
    .innerJoin(leafTable(leaves), sql`leaf.id = ${scores.indicatorId}`)
    .where(eq(scores.assessmentId, assessmentId))
    .groupBy(scores.unitId);
}

/** What raters of a round have given, by their places among the two. */
export function listRatingStands(
  db: Database,
  assessmentId: string,
  { leaves, slots }: { leaves: readonly StandLeaf[]; slots: readonly number[] },
): Promise<StandRow[]> {
  return db
    .select({ unitId: ratings.unitId, slot: ratings.slot, ...columnsOf(ratings) })
    .from(ratings)
    .innerJoin(leafTable(leaves), sql`leaf.id = ${ratings.indicatorId}`)
    .where(and(eq(ratings.assessmentId, assessmentId), inArray(ratings.slot, [...slots])))
    .groupBy(ratings.unitId, ratings.slot);
}

/** Whether there is evidence for the score of a judged cell; by one person where one is named. */
function hasEvidence(of: Judged, personId?: string): SQL<boolean> {
  const byPerson = personId === undefined ? sql`` : sql`and ${evidence.addedBy} = ${personId}`;
  return sql`exists (select from ${evidence} where ${evidence.assessmentId} = ${of.assessmentId}
    and ${evidence.unitId} = ${of.unitId} and ${evidence.indicatorId} = ${of.indicatorId}
    and ${evidence.purpose} = 'score' and ${evidence.removedAt} is null ${byPerson})`;
}

/** Whether marks were lost, granted or vetoed: as far as marks can tell. */
function isLoss(of: Judged): SQL {
  const full = sql`case when ${units.kind} = 'county' then leaf.county else leaf.department end`;
  return sql`(leaf.outside or ${of.marks} is null or ${of.marks} < ${full})`;
}

/** Scores that may lack something: first by their reason, then by their evidence, which PostgreSQL can join either way. */
export function listDoubtfulScores(
  db: Database,
  assessmentId: string,
  leaves: readonly StandLeaf[],
): Promise<DoubtfulRow[]> {
  const evidenced = hasEvidence(scores);
  const losses = (more: SQL) =>
    db
      .select({
        unitId: scores.unitId,
        slot: sql<number | null>`null::int`,
        at: sql<number>`leaf.at`,
        input: scores.input,
        marks: scores.marks,
        reason: scores.reason,
        evidenced: evidenced.as('evidenced'),
        evidencedByPerson: evidenced.as('evidenced_by_person'),
      })
      .from(scores)
      .innerJoin(units, eq(units.id, scores.unitId))
      .innerJoin(leafTable(leaves), sql`leaf.id = ${scores.indicatorId}`)
      .where(and(eq(scores.assessmentId, assessmentId), eq(scores.state, 'scored'), isLoss(scores), more));
  return losses(eq(scores.reason, '')).unionAll(losses(sql`${scores.reason} <> '' and not ${evidenced}`));
}

/** Ratings that may lack something, also where only the person's own evidence counts. */
export function listDoubtfulRatings(
  db: Database,
  assessmentId: string,
  { leaves, slots, personId }: { leaves: readonly StandLeaf[]; slots: readonly number[]; personId: string },
): Promise<DoubtfulRow[]> {
  const byPerson = hasEvidence(ratings, personId);
  const losses = (more: SQL) =>
    db
      .select({
        unitId: ratings.unitId,
        slot: sql<number | null>`${ratings.slot}`,
        at: sql<number>`leaf.at`,
        input: ratings.input,
        marks: ratings.marks,
        reason: ratings.reason,
        evidenced: hasEvidence(ratings).as('evidenced'),
        evidencedByPerson: byPerson.as('evidenced_by_person'),
      })
      .from(ratings)
      .innerJoin(units, eq(units.id, ratings.unitId))
      .innerJoin(leafTable(leaves), sql`leaf.id = ${ratings.indicatorId}`)
      .where(
        and(
          eq(ratings.assessmentId, assessmentId),
          inArray(ratings.slot, [...slots]),
          eq(ratings.state, 'scored'),
          isLoss(ratings),
          more,
        ),
      );
  return losses(eq(ratings.reason, '')).unionAll(losses(sql`${ratings.reason} <> '' and not ${byPerson}`));
}
