import type { Database } from '@gongping/db';
import { listRectifications } from './rectification.repository.ts';

/** What a round asked of a unit to put right, by the code of the leaf. */
export async function askedOfUnit(
  db: Database,
  assessmentId: string,
  unitId: string,
): Promise<Map<string, { request: string; answer: string }>> {
  const rows = await listRectifications(db, assessmentId, unitId);
  return new Map(rows.map(({ indicatorCode, request, answer }) => [indicatorCode, { request, answer }]));
}
