import { type Database, schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';

const { surveyResponses } = schema;

export type ResponseRow = typeof surveyResponses.$inferSelect;

/**
 * Stores an answered questionnaire unless its idempotency key is taken: the unique key decides between two that
 * arrive together.
 * @returns false where the key is taken
 */
export async function insertResponse(db: Database, row: ResponseRow): Promise<boolean> {
  const inserted = await db
    .insert(surveyResponses)
    .values(row)
    .onConflictDoNothing({ target: [surveyResponses.surveyId, surveyResponses.idempotencyKey] })
    .returning({ id: surveyResponses.id });
  return inserted.length === 1;
}

export async function findByKey(db: Database, surveyId: string, key: string) {
  const [row] = await db
    .select({
      receipt: surveyResponses.receipt,
      bodyHash: surveyResponses.bodyHash,
      submittedAt: surveyResponses.submittedAt,
    })
    .from(surveyResponses)
    .where(and(eq(surveyResponses.surveyId, surveyId), eq(surveyResponses.idempotencyKey, key)));
  return row;
}

/** What was answered about each unit; nothing that tells one respondent from another beyond the answers. */
export function listAnswers(db: Database, surveyId: string) {
  return db
    .select({ unitId: surveyResponses.unitId, answers: surveyResponses.answers })
    .from(surveyResponses)
    .where(eq(surveyResponses.surveyId, surveyId));
}
