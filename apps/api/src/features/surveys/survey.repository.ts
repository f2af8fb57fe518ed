import { type Database, schema } from '@gongping/db';
import { and, count, eq, gte, lte, ne, sql } from 'drizzle-orm';

const { assessments, assessmentUnits, indicatorSystems, surveyChannels, surveyCounts, surveyHours } = schema;
const { questionnaireVersions, surveyResponses, surveys, units } = schema;

export type SurveyRow = typeof surveys.$inferSelect;
export type SurveyUnitRow = Awaited<ReturnType<typeof listSurveyUnits>>[number];

export async function insertSurvey(db: Database, row: typeof surveys.$inferInsert): Promise<void> {
  await db.insert(surveys).values(row);
}

const withRound = {
  survey: surveys,
  demonstration: assessments.demonstration,
  phaseDates: assessments.phaseDates,
  /** Who issued the notice behind the assessment: it is who asks. */
  issuer: sql<string | null>`${indicatorSystems.notice} ->> 'issuer'`,
};

function selectSurveys(db: Database) {
  return db
    .select(withRound)
    .from(surveys)
    .innerJoin(assessments, eq(assessments.id, surveys.assessmentId))
    .innerJoin(indicatorSystems, eq(indicatorSystems.id, assessments.indicatorSystemId))
    .$dynamic();
}

export type SurveyWithRound = Awaited<ReturnType<typeof selectSurveys>>[number];

/** Surveys that take answers at that moment, the one that closes first at the top. */
export function listOpenSurveys(db: Database, now: Date): Promise<SurveyWithRound[]> {
  return selectSurveys(db)
    .where(and(lte(surveys.opensAt, now), gte(surveys.closesAt, now)))
    .orderBy(surveys.closesAt);
}

export async function findSurvey(db: Database, slug: string): Promise<SurveyWithRound | undefined> {
  const [row] = await selectSurveys(db).where(eq(surveys.slug, slug));
  return row;
}

export async function findSurveyOfAssessment(
  db: Database,
  assessmentId: string,
): Promise<SurveyRow | undefined> {
  const [row] = await db.select().from(surveys).where(eq(surveys.assessmentId, assessmentId));
  return row;
}

/** Surveys of rounds that are not published. */
export function listCountable(db: Database) {
  return db
    .select({ survey: surveys, method: assessments.appraisalMethod })
    .from(surveys)
    .innerJoin(assessments, eq(assessments.id, surveys.assessmentId))
    .where(ne(assessments.phase, 'published'));
}

/** Units that the survey asks about, by code. */
export function listSurveyUnits(db: Database, assessmentId: string) {
  return db
    .select({ id: units.id, code: units.code, nameZh: units.nameZh, nameEn: units.nameEn, kind: units.kind })
    .from(assessmentUnits)
    .innerJoin(units, eq(units.id, assessmentUnits.unitId))
    .where(eq(assessmentUnits.assessmentId, assessmentId))
    .orderBy(units.code);
}

export type ChannelRow = typeof surveyChannels.$inferSelect;

/** Channels with the answers that count against their quotas, in their order. */
export function listChannels(db: Database, surveyId: string) {
  return selectChannels(db, surveyId)
    .where(eq(surveyChannels.surveyId, surveyId))
    .orderBy(surveyChannels.position, surveyChannels.code);
}

export async function findChannel(
  db: Database,
  { surveyId, channel }: { surveyId: string; channel: string },
) {
  const [row] = await selectChannels(db, surveyId).where(
    and(eq(surveyChannels.surveyId, surveyId), eq(surveyChannels.code, channel)),
  );
  return row;
}

/** Who wants one of a channel's places waits for whoever else does, to the transaction's end. */
export async function lockQuota(
  tx: Database,
  { surveyId, channel }: { surveyId: string; channel: string },
): Promise<void> {
  const name = `survey-quota ${surveyId} ${channel}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

function selectChannels(db: Database, surveyId: string) {
  const counted = db
    .select({ sequence: surveyCounts.sequence })
    .from(surveyCounts)
    .where(eq(surveyCounts.surveyId, surveyId));
  // What is in the counts already, and what has come since.
  const inCounts = sql`coalesce((
    select sum(${surveyHours.responses}) from ${surveyHours}
    where ${surveyHours.surveyId} = ${surveyId} and ${surveyHours.channel} = ${surveyChannels.code}
      and ${surveyHours.state} = 'counted'), 0)`;
  const since = sql`(
    select count(*) from ${surveyResponses}
    where ${surveyResponses.surveyId} = ${surveyId} and ${surveyResponses.channel} = ${surveyChannels.code}
      and ${surveyResponses.state} = 'counted'
      and ${surveyResponses.sequence} > coalesce((${counted}), 0))`;
  const taken = sql<number>`case when ${surveyChannels.quota} is null then 0 else ${inCounts} + ${since} end`;
  return db
    .select({ channel: surveyChannels, taken: taken.mapWith(Number) })
    .from(surveyChannels)
    .$dynamic();
}

/** Their names, in their order. */
export function listChannelNames(db: Database, surveyId: string) {
  const { code, nameZh, nameEn, position } = surveyChannels;
  return db
    .select({ code, nameZh, nameEn })
    .from(surveyChannels)
    .where(eq(surveyChannels.surveyId, surveyId))
    .orderBy(position);
}

export async function insertChannel(db: Database, row: ChannelRow): Promise<void> {
  await db.insert(surveyChannels).values(row);
}

/** @returns the row as changed, or undefined where its revision is no longer the expected one. */
export async function updateSurvey(
  db: Database,
  change: { id: string; expectedRevision: number; values: Pick<SurveyRow, 'title' | 'opensAt' | 'closesAt'> },
): Promise<SurveyRow | undefined> {
  const [row] = await db
    .update(surveys)
    .set({ ...change.values, revision: change.expectedRevision + 1 })
    .where(and(eq(surveys.id, change.id), eq(surveys.revision, change.expectedRevision)))
    .returning();
  return row;
}

/** Questionnaires that were replaced, oldest first. */
export function listVersions(db: Database, surveyId: string) {
  return db
    .select({ version: questionnaireVersions.version, questionnaire: questionnaireVersions.questionnaire })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.surveyId, surveyId))
    .orderBy(questionnaireVersions.version);
}

/** Answers received, by unit. */
export function countByUnit(db: Database, surveyId: string) {
  return db
    .select({ unitId: surveyResponses.unitId, responses: count() })
    .from(surveyResponses)
    .where(eq(surveyResponses.surveyId, surveyId))
    .groupBy(surveyResponses.unitId);
}

/** Answers received, by day in Asia/Shanghai, oldest first. */
export function countByDay(db: Database, surveyId: string) {
  const day = sql<string>`to_char(${surveyResponses.submittedAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  return db
    .select({ day, responses: count() })
    .from(surveyResponses)
    .where(eq(surveyResponses.surveyId, surveyId))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
}
