import { type Database, schema } from '@gongping/db';
import { and, eq, gte, sql, sum } from 'drizzle-orm';

const { surveyCounts, surveyHours } = schema;

export type CountRow = Awaited<ReturnType<typeof countsByPlace>>[number];

export async function countedAt(db: Database, surveyId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: surveyCounts.countedAt })
    .from(surveyCounts)
    .where(eq(surveyCounts.surveyId, surveyId));
  return row?.at ?? null;
}

/** Answers by unit, channel and state. */
export function countsByPlace(db: Database, surveyId: string) {
  const { unitId, channel, state, responses } = surveyHours;
  return db
    .select({ unitId, channel, state, responses: sum(responses).mapWith(Number) })
    .from(surveyHours)
    .where(eq(surveyHours.surveyId, surveyId))
    .groupBy(unitId, channel, state);
}

/** Answers by hour and state over the last three days in which any came, oldest first. */
export function countsByHour(db: Database, surveyId: string) {
  const { hour, state, responses } = surveyHours;
  const newest = sql`(select max(${hour}) from ${surveyHours} where ${surveyHours.surveyId} = ${surveyId})`;
  return db
    .select({ hour, state, responses: sum(responses).mapWith(Number) })
    .from(surveyHours)
    .where(and(eq(surveyHours.surveyId, surveyId), gte(hour, sql`${newest} - interval '71 hours'`)))
    .groupBy(hour, state)
    .orderBy(hour);
}
