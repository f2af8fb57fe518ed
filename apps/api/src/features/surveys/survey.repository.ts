import { type Database, schema } from '@gongping/db';

const { surveys } = schema;

export type SurveyRow = typeof surveys.$inferSelect;

export async function insertSurvey(db: Database, row: typeof surveys.$inferInsert): Promise<void> {
  await db.insert(surveys).values(row);
}
