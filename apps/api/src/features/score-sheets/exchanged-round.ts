import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { refusal } from '../../tables/run-import.ts';
import { findAssessment, listSlugs } from './cell.repository.ts';

/**
 * The assessment that an operator names.
 * @throws TablesError where there is none, with those that there are
 */
export async function namedAssessment(db: Database, slug: string): Promise<AssessmentRow> {
  const assessment = await findAssessment(db, slug);
  if (assessment !== undefined) return assessment;
  const slugs = await listSlugs(db);
  const known = { zh: slugs.join('、') || '（无）', en: slugs.join(', ') || '(none)' };
  throw refusal({
    zh: `没有评估“${slug}”；现有：${known.zh}。`,
    en: `There is no assessment “${slug}”; there are: ${known.en}.`,
  });
}
