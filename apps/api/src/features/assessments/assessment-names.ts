import type { Database } from '@gongping/db';
import { findAssessmentBySlug, listAssessments } from './assessment.repository.ts';

/** Every assessment by its id and the name it has in addresses. The caller has checked who asks. */
export async function assessmentNames(db: Database): Promise<{ id: string; slug: string }[]> {
  const rows = await listAssessments(db, null);
  return rows.map(({ id, slug }) => ({ id, slug }));
}

/** Id of the assessment that has this name in addresses. The caller has checked who asks. */
export async function assessmentId(db: Database, slug: string): Promise<string | null> {
  return (await findAssessmentBySlug(db, slug))?.id ?? null;
}
