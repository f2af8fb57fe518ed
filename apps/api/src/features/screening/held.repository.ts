import type { HeldDecision, HeldQuery, ScreeningSign } from '@gongping/contracts';
import { type Database, schema } from '@gongping/db';
import { and, count, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';

const { heldDecisions, surveyResponses, units, users } = schema;

export type HeldFilter = Omit<HeldQuery, 'page'>;
export type HeldRow = Awaited<ReturnType<typeof listHeld>>[number];

/** Answers in a state; of those that count the ones that were held, or could be, by their signs. */
function inState(surveyId: string, { state, sign }: Pick<HeldFilter, 'state' | 'sign'>): SQL | undefined {
  const weighty = sign === 'no-proof' ? '' : 'no-proof';
  const signed =
    state === 'counted' ? sql`array_remove(${surveyResponses.signs}, ${weighty}::text) <> '{}'` : undefined;
  return and(eq(surveyResponses.surveyId, surveyId), eq(surveyResponses.state, state), signed);
}

function meeting(surveyId: string, filter: HeldFilter): SQL | undefined {
  const { sign, unit, channel } = filter;
  return and(
    inState(surveyId, filter),
    sign === undefined ? undefined : sql`${sign}::text = any(${surveyResponses.signs})`,
    unit === undefined
      ? undefined
      : sql`${surveyResponses.unitId} = (select ${units.id} from ${units} where ${units.code} = ${unit})`,
    channel === undefined ? undefined : eq(surveyResponses.channel, channel),
  );
}

/** Newest first. */
export function listHeld(
  db: Database,
  wanted: { surveyId: string; filter: HeldFilter; offset: number; limit: number },
) {
  return db
    .select({
      id: surveyResponses.id,
      unit: units.code,
      channel: surveyResponses.channel,
      state: surveyResponses.state,
      signs: surveyResponses.signs,
      answers: surveyResponses.answers,
      version: surveyResponses.version,
      seconds: surveyResponses.seconds,
      submittedAt: surveyResponses.submittedAt,
      origin: sql<string | null>`encode(${surveyResponses.origin}, 'hex')`,
    })
    .from(surveyResponses)
    .innerJoin(units, eq(units.id, surveyResponses.unitId))
    .where(meeting(wanted.surveyId, wanted.filter))
    .orderBy(desc(surveyResponses.submittedAt), desc(surveyResponses.id))
    .offset(wanted.offset)
    .limit(wanted.limit);
}

export async function countHeld(db: Database, surveyId: string, filter: HeldFilter): Promise<number> {
  const [row] = await db.select({ all: count() }).from(surveyResponses).where(meeting(surveyId, filter));
  return row?.all ?? 0;
}

/** Answers of a state by sign. */
export function countBySign(db: Database, surveyId: string, state: HeldFilter['state']) {
  return db
    .select({ sign: sql<ScreeningSign>`unnest(${surveyResponses.signs})`, responses: count() })
    .from(surveyResponses)
    .where(inState(surveyId, { state }))
    .groupBy(sql`1`);
}

/** How many answers come from each of these origins. */
export function countByOrigin(db: Database, surveyId: string, origins: readonly string[]) {
  const origin = sql<string>`encode(${surveyResponses.origin}, 'hex')`;
  return db
    .select({ origin, responses: count() })
    .from(surveyResponses)
    .where(
      and(
        eq(surveyResponses.surveyId, surveyId),
        isNotNull(surveyResponses.origin),
        inArray(origin, [...origins]),
      ),
    )
    .groupBy(surveyResponses.origin);
}

export type DecisionRow = typeof heldDecisions.$inferSelect;

export async function insertDecision(db: Database, row: DecisionRow): Promise<void> {
  await db.insert(heldDecisions).values(row);
}

/** The last ones, newest first, without the answers that they were about. */
export function listDecisions(db: Database, surveyId: string, limit: number) {
  const { id, decision, reason, decidedAt, responses, undoneAt } = heldDecisions;
  return db
    .select({
      id,
      decision,
      reason,
      decidedAt,
      undoneAt,
      by: users.displayName,
      changed: sql<number>`(
        select coalesce(sum(jsonb_array_length(value)), 0)::int from jsonb_each(${responses}))`,
    })
    .from(heldDecisions)
    .innerJoin(users, eq(users.id, heldDecisions.decidedBy))
    .where(eq(heldDecisions.surveyId, surveyId))
    .orderBy(desc(decidedAt), desc(id))
    .limit(limit);
}

/** Held to the end of the transaction: it is undone once. */
export async function lockDecision(
  tx: Database,
  surveyId: string,
  id: string,
): Promise<DecisionRow | undefined> {
  const [row] = await tx
    .select()
    .from(heldDecisions)
    .where(and(eq(heldDecisions.surveyId, surveyId), eq(heldDecisions.id, id)))
    .for('update');
  return row;
}

export async function markUndone(tx: Database, surveyId: string, undone: { id: string; at: Date }) {
  await tx
    .update(heldDecisions)
    .set({ undoneAt: undone.at })
    .where(and(eq(heldDecisions.surveyId, surveyId), eq(heldDecisions.id, undone.id)));
}

/** Answers by their ids, however many: one parameter. */
export function listByIds(db: Database, surveyId: string, ids: readonly string[]) {
  const { id, state, signs } = surveyResponses;
  const wanted = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
  return db
    .select({ id, state, signs })
    .from(surveyResponses)
    .where(and(eq(surveyResponses.surveyId, surveyId), sql`${id} in ${wanted}`));
}

/** Answers that a decision is about, in whatever state they are. */
export function listDecided(db: Database, surveyId: string, decision: HeldDecision) {
  const { id, state, signs } = surveyResponses;
  const which =
    'responses' in decision
      ? and(eq(surveyResponses.surveyId, surveyId), inArray(id, decision.responses))
      : meeting(surveyId, decision.filter);
  return db.select({ id, state, signs }).from(surveyResponses).where(which);
}
