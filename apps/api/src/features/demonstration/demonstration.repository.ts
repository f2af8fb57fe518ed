import { type Database, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';

const { assessments } = schema;

export async function listDemonstrationIds(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.demonstration, true));
  return rows.map((row) => row.id);
}
