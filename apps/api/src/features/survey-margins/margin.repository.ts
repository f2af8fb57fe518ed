import { type Database, schema } from '@gongping/db';
import type { Margins } from '@gongping/statistics';
import { and, eq } from 'drizzle-orm';

const { surveys } = schema;

/** @returns whether the survey was still as expected */
export async function saveMargins(
  db: Database,
  change: { surveyId: string; expectedRevision: number; margins: Margins | null },
): Promise<boolean> {
  const saved = await db
    .update(surveys)
    .set({ margins: change.margins, revision: change.expectedRevision + 1 })
    .where(and(eq(surveys.id, change.surveyId), eq(surveys.revision, change.expectedRevision)))
    .returning({ id: surveys.id });
  return saved.length === 1;
}
