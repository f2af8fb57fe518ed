import { type Database, schema } from '@gongping/db';
import type { Tally } from '@gongping/statistics';
import { and, eq, inArray, sql } from 'drizzle-orm';

const { surveyCounts, surveyHours, surveyResponses, surveyTallies } = schema;

export type ResponseState = 'counted' | 'held' | 'refused';
export type TallyRow = typeof surveyTallies.$inferSelect & { tally: Tally };

/** Answers that are alike but for what was said, their patterns one after the other. */
export interface Patterns {
  readonly unitId: string;
  readonly version: number;
  readonly channel: string;
  readonly state: ResponseState;
  readonly patterns: string;
}

/** One who counts at a time, and nobody changes states meanwhile. Held to the transaction's end. */
export async function lockCounts(tx: Database, surveyId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`survey-counts ${surveyId}`}, 0))`);
}

/**
 * The sequence of the newest answer that no unfinished one lies before. In a transaction of its own: those who store
 * wait while it runs.
 */
export async function settledSequence(db: Database, surveyId: string): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('survey-intake', 0))`);
    return newestSequence(tx, surveyId);
  });
}

/** 0 where there is no answer. Answers that are being stored may still come before it. */
export async function newestSequence(db: Database, surveyId: string): Promise<number> {
  const [row] = await db
    .select({ newest: sql<string | null>`max(${surveyResponses.sequence})` })
    .from(surveyResponses)
    .where(eq(surveyResponses.surveyId, surveyId));
  return Number(row?.newest ?? 0);
}

export async function findCounts(db: Database, surveyId: string) {
  const [row] = await db.select().from(surveyCounts).where(eq(surveyCounts.surveyId, surveyId));
  return row;
}

export async function saveCounts(db: Database, row: typeof surveyCounts.$inferInsert): Promise<void> {
  await db.insert(surveyCounts).values(row).onConflictDoUpdate({ target: surveyCounts.surveyId, set: row });
}

/** Answers after one sequence and up to another. */
export interface Range {
  readonly surveyId: string;
  readonly after: number;
  readonly upTo: number;
}

export async function readPatterns(db: Database, { surveyId, after, upTo }: Range): Promise<Patterns[]> {
  const { unitId, version, channel, state, pattern, sequence } = surveyResponses;
  return db
    .select({ unitId, version, channel, state, patterns: sql<string>`string_agg(${pattern}, '')` })
    .from(surveyResponses)
    .where(
      and(eq(surveyResponses.surveyId, surveyId), sql`${sequence} > ${after} and ${sequence} <= ${upTo}`),
    )
    .groupBy(unitId, version, channel, state);
}

/** Answers that were stored before patterns were: with no question answered a pattern is not empty either. */
export function listWithoutPattern(db: Database, { surveyId, after, upTo }: Range) {
  const { id, unitId, version, channel, state, answers, pattern, sequence } = surveyResponses;
  return db
    .select({ id, unitId, version, channel, state, answers })
    .from(surveyResponses)
    .where(
      and(
        eq(surveyResponses.surveyId, surveyId),
        eq(pattern, ''),
        sql`${sequence} > ${after} and ${sequence} <= ${upTo}`,
      ),
    );
}

export async function setPatterns(
  db: Database,
  surveyId: string,
  rows: readonly { id: string; pattern: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    update ${surveyResponses} set pattern = r.pattern
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, pattern text)
    where ${surveyResponses.surveyId} = ${surveyId} and ${surveyResponses.id} = r.id`);
}

/** Adds to the counts by the hour. */
export async function addHours(db: Database, { surveyId, after, upTo }: Range): Promise<void> {
  await db.execute(sql`
    insert into ${surveyHours} (survey_id, hour, unit_id, channel, state, responses)
    select survey_id, date_trunc('hour', submitted_at at time zone 'UTC') at time zone 'UTC', unit_id, channel, state,
      count(*)
    from ${surveyResponses}
    where survey_id = ${surveyId} and sequence > ${after} and sequence <= ${upTo}
    group by 1, 2, 3, 4, 5
    on conflict (survey_id, hour, unit_id, channel, state)
    do update set responses = ${surveyHours}.responses + excluded.responses`);
}

/** The counts with their tallies, as of one moment; null where nothing was counted yet. */
export async function readKept(
  db: Database,
  surveyId: string,
): Promise<{ sequence: number; methodHash: string; tallies: TallyRow[] } | null> {
  const rows = await db
    .select({ counts: surveyCounts, tally: surveyTallies })
    .from(surveyCounts)
    .leftJoin(surveyTallies, eq(surveyTallies.surveyId, surveyCounts.surveyId))
    .where(eq(surveyCounts.surveyId, surveyId));
  const [first] = rows;
  if (!first) return null;
  const tallies = rows.flatMap(({ tally }) => (tally === null ? [] : [tally as TallyRow]));
  return { sequence: first.counts.sequence, methodHash: first.counts.methodHash, tallies };
}

/** @param unitIds of these units only */
export async function listTallies(
  db: Database,
  surveyId: string,
  unitIds?: readonly string[],
): Promise<TallyRow[]> {
  const ofUnits = unitIds === undefined ? undefined : inArray(surveyTallies.unitId, [...unitIds]);
  return (await db
    .select()
    .from(surveyTallies)
    .where(and(eq(surveyTallies.surveyId, surveyId), ofUnits))) as TallyRow[];
}

/** Writes whole rows over those of the same key. */
export async function saveTallies(db: Database, rows: readonly TallyRow[]): Promise<void> {
  if (rows.length === 0) return;
  const records = rows.map((row) => ({
    survey_id: row.surveyId,
    unit_id: row.unitId,
    version: row.version,
    channel: row.channel,
    state: row.state,
    group: row.group,
    received: row.received,
    tally: row.tally,
  }));
  await db.execute(sql`
    insert into ${surveyTallies} (survey_id, unit_id, version, channel, state, "group", received, tally)
    select survey_id, unit_id, version, channel, state, "group", received, tally
    from jsonb_populate_recordset(null::${surveyTallies}, ${JSON.stringify(records)}::jsonb)
    on conflict (survey_id, unit_id, version, channel, state, "group")
    do update set received = excluded.received, tally = excluded.tally`);
}

/** Takes away tallies of nothing. */
export async function deleteEmptyTallies(db: Database, surveyId: string): Promise<void> {
  await db
    .delete(surveyTallies)
    .where(and(eq(surveyTallies.surveyId, surveyId), eq(surveyTallies.received, 0)));
}

/** What an answer becomes. */
export interface StateChange {
  readonly id: string;
  readonly state: ResponseState;
  readonly signs: readonly string[];
}

/** An answer that was changed, as it was. */
export interface ChangedResponse {
  readonly id: string;
  readonly unitId: string;
  readonly version: number;
  readonly channel: string;
  readonly pattern: string;
  readonly sequence: number;
  readonly hour: string;
  readonly from: ResponseState;
  readonly to: ResponseState;
}

/** Sets states and signs. @returns those whose state is another now; answers that are not there are left out */
export async function changeStates(
  db: Database,
  surveyId: string,
  changes: readonly StateChange[],
): Promise<ChangedResponse[]> {
  if (changes.length === 0) return [];
  const { rows } = await db.execute(sql`
    with wanted as (
      select id, state, signs from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as w (id uuid, state text, signs text[])
    ), before as (
      select r.id, r.state from ${surveyResponses} r join wanted w on w.id = r.id
      where r.survey_id = ${surveyId} for update of r
    )
    update ${surveyResponses} as r set state = w.state, signs = w.signs
    from wanted w join before b on b.id = w.id
    where r.survey_id = ${surveyId} and r.id = w.id
    returning r.id, r.unit_id as "unitId", r.version, r.channel, r.pattern, r.sequence,
      to_char(date_trunc('hour', r.submitted_at at time zone 'UTC'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as hour,
      b.state as "from", r.state as "to"`);
  return rows
    .map((row) => ({ ...row, sequence: Number(row['sequence']) }) as ChangedResponse)
    .filter(({ from, to }) => from !== to);
}

/** Adds to the counts by the hour, or takes from them. */
export async function moveHours(
  db: Database,
  surveyId: string,
  moves: readonly {
    hour: string;
    unitId: string;
    channel: string;
    state: ResponseState;
    responses: number;
  }[],
): Promise<void> {
  if (moves.length === 0) return;
  await db.execute(sql`
    insert into ${surveyHours} (survey_id, hour, unit_id, channel, state, responses)
    select ${surveyId}::uuid, hour, "unitId", channel, state, sum(responses)
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
      as m (hour timestamptz, "unitId" uuid, channel text, state text, responses int)
    group by 1, 2, 3, 4, 5
    on conflict (survey_id, hour, unit_id, channel, state)
    do update set responses = ${surveyHours}.responses + excluded.responses`);
  await db.delete(surveyHours).where(and(eq(surveyHours.surveyId, surveyId), eq(surveyHours.responses, 0)));
}

/** Forgets every count of a survey. */
export async function deleteCounts(db: Database, surveyId: string): Promise<void> {
  await db.delete(surveyTallies).where(eq(surveyTallies.surveyId, surveyId));
  await db.delete(surveyHours).where(eq(surveyHours.surveyId, surveyId));
  await db.delete(surveyCounts).where(eq(surveyCounts.surveyId, surveyId));
}
