import { type Database, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';

const { assessments } = schema;

export type AssessmentRow = typeof assessments.$inferSelect;

export async function findAssessmentBySlug(db: Database, slug: string): Promise<AssessmentRow | undefined> {
  const [row] = await db.select().from(assessments).where(eq(assessments.slug, slug));
  return row;
}
