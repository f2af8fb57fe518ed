import { type Database, schema } from '@gongping/db';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';

const { surveyChannels, surveyCounts, surveyResponses } = schema;

export type ScreenedRow = Awaited<ReturnType<typeof listScreened>>[number];

/** How far a survey is counted, and how far screened. */
export async function findProgress(db: Database, surveyId: string) {
  const [row] = await db
    .select({ counted: surveyCounts.sequence, screened: surveyCounts.screened })
    .from(surveyCounts)
    .where(eq(surveyCounts.surveyId, surveyId));
  return row;
}

export async function saveScreened(db: Database, surveyId: string, screened: number): Promise<void> {
  await db.update(surveyCounts).set({ screened }).where(eq(surveyCounts.surveyId, surveyId));
}

const ofOpenChannels = (surveyId: string) =>
  sql`${surveyResponses.channel} in (
    select ${surveyChannels.code} from ${surveyChannels}
    where ${surveyChannels.surveyId} = ${surveyId} and ${surveyChannels.kind} = 'open')`;

/** Units that have got answers after a sequence by a channel open to everybody, with all of these that they have. */
export function unitsWithNews(db: Database, surveyId: string, after: number) {
  const { unitId, sequence } = surveyResponses;
  const answers = sql<number>`count(*)`.mapWith(Number);
  return db
    .select({ unitId, answers })
    .from(surveyResponses)
    .where(and(eq(surveyResponses.surveyId, surveyId), ofOpenChannels(surveyId)))
    .groupBy(unitId)
    .having(gt(sql`max(${sequence})`, after));
}

/** Answers about some units by the channels open to everybody. @param texts codes of questions in words */
export function listScreened(
  db: Database,
  wanted: { surveyId: string; unitIds: readonly string[]; texts: readonly string[] },
) {
  const { id, unitId, version, state, signs, pattern, origin, submittedAt, answers } = surveyResponses;
  const words = wanted.texts.map((code) => sql`${answers} ->> ${code}::text`);
  return db
    .select({
      id,
      unitId,
      version,
      state,
      signs,
      pattern,
      origin: sql<string | null>`encode(${origin}, 'hex')`,
      minute: sql<number>`floor(extract(epoch from ${submittedAt}) / 60)`.mapWith(Number),
      texts: sql<string[]>`array_remove(array[${sql.join(words, sql`, `)}]::text[], null)`,
    })
    .from(surveyResponses)
    .where(
      and(
        eq(surveyResponses.surveyId, wanted.surveyId),
        inArray(unitId, [...wanted.unitIds]),
        ofOpenChannels(wanted.surveyId),
      ),
    );
}
