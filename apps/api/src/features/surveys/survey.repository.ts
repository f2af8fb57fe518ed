import { type Database, schema } from '@gongping/db';
import { and, count, desc, eq, gte, lte, sql } from 'drizzle-orm';

const { assessments, assessmentUnits, indicatorSystems, surveyResponses, surveys, units } = schema;

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

/** Units that the survey asks about, by code. */
export function listSurveyUnits(db: Database, assessmentId: string) {
  return db
    .select({ id: units.id, code: units.code, nameZh: units.nameZh, nameEn: units.nameEn, kind: units.kind })
    .from(assessmentUnits)
    .innerJoin(units, eq(units.id, assessmentUnits.unitId))
    .where(eq(assessmentUnits.assessmentId, assessmentId))
    .orderBy(units.code);
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

/** Answers to one question in words, newest first, at most `limit`. */
export function listTexts(db: Database, wanted: { surveyId: string; question: string; limit: number }) {
  const text = sql<string>`${surveyResponses.answers} ->> ${wanted.question}`;
  return db
    .select({ unit: units.code, text, submittedAt: surveyResponses.submittedAt })
    .from(surveyResponses)
    .innerJoin(units, eq(units.id, surveyResponses.unitId))
    .where(and(eq(surveyResponses.surveyId, wanted.surveyId), sql`${text} is not null`))
    .orderBy(desc(surveyResponses.submittedAt), desc(surveyResponses.id))
    .limit(wanted.limit);
}
