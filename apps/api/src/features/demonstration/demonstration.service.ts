import { type Database, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';

/** True while an assessment of the demonstration is there. */
export async function isDemonstrationLoaded(db: Database): Promise<boolean> {
  const rows = await db
    .select({ id: schema.assessments.id })
    .from(schema.assessments)
    .where(eq(schema.assessments.demonstration, true))
    .limit(1);
  return rows.length > 0;
}
