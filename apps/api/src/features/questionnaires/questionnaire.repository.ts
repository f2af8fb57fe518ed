import { type Database, schema } from '@gongping/db';
import { and, eq, isNull, sql } from 'drizzle-orm';

const { indicators, questionnaireVersions, surveyResponses, surveys } = schema;

export type SurveyRow = typeof surveys.$inferSelect;
type Draft = Pick<SurveyRow, 'draft' | 'draftRevision'>;

/** The survey of an assessment; nobody else changes it until the transaction ends. */
export async function holdSurvey(db: Database, assessmentId: string): Promise<SurveyRow | undefined> {
  const [row] = await db.select().from(surveys).where(eq(surveys.assessmentId, assessmentId)).for('update');
  return row;
}

export async function findSurvey(db: Database, assessmentId: string): Promise<SurveyRow | undefined> {
  const [row] = await db.select().from(surveys).where(eq(surveys.assessmentId, assessmentId));
  return row;
}

export async function updateDraft(db: Database, surveyId: string, draft: Draft): Promise<void> {
  await db.update(surveys).set(draft).where(eq(surveys.id, surveyId));
}

export async function updateQuestionnaire(
  db: Database,
  surveyId: string,
  values: Draft & Pick<SurveyRow, 'questionnaire' | 'version' | 'revision'>,
): Promise<void> {
  await db.update(surveys).set(values).where(eq(surveys.id, surveyId));
}

export async function insertVersion(
  db: Database,
  row: typeof questionnaireVersions.$inferInsert,
): Promise<void> {
  await db.insert(questionnaireVersions).values(row);
}

/** When the earlier questionnaires were replaced, oldest first. */
export function listReplaced(db: Database, surveyId: string) {
  return db
    .select({ version: questionnaireVersions.version, replacedAt: questionnaireVersions.replacedAt })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.surveyId, surveyId))
    .orderBy(questionnaireVersions.version);
}

/** Whether anybody has answered that version. */
export async function isAnswered(
  db: Database,
  { surveyId, version }: { surveyId: string; version: number },
): Promise<boolean> {
  const [row] = await db
    .select({ id: surveyResponses.id })
    .from(surveyResponses)
    .where(and(eq(surveyResponses.surveyId, surveyId), eq(surveyResponses.version, version)))
    .limit(1);
  return row !== undefined;
}

/** No answer is stored until the transaction ends; those on their way are stored before this returns. */
export async function holdIntake(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('survey-intake', 0))`);
}

/** Families of an indicator system: its topmost nodes, in printing order. */
export function listFamilies(db: Database, systemId: string) {
  return db
    .select({ code: indicators.code, name: indicators.name })
    .from(indicators)
    .where(and(eq(indicators.systemId, systemId), isNull(indicators.parentCode)))
    .orderBy(indicators.position);
}
