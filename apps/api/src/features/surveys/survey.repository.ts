import { type Database, schema } from '@gongping/db';
import { and, eq, gte, lte, ne, sql } from 'drizzle-orm';

const { assessments, assessmentUnits, indicatorSystems, surveyChannels } = schema;
const { questionnaireVersions, surveys, units } = schema;

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

/** Channels in their order. */
export function listChannels(db: Database, surveyId: string): Promise<ChannelRow[]> {
  return db
    .select()
    .from(surveyChannels)
    .where(eq(surveyChannels.surveyId, surveyId))
    .orderBy(surveyChannels.position, surveyChannels.code);
}

export async function findChannel(
  db: Database,
  { surveyId, channel }: { surveyId: string; channel: string },
): Promise<ChannelRow | undefined> {
  const [row] = await db
    .select()
    .from(surveyChannels)
    .where(and(eq(surveyChannels.surveyId, surveyId), eq(surveyChannels.code, channel)));
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
