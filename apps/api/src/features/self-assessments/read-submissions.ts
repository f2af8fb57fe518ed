import type { Database } from '@gongping/db';
import { listSubmissions } from './claim-stand.repository.ts';

/** Whether a unit has handed its self-assessment in. The caller has checked who asks. */
export async function isHandedIn(db: Database, assessmentId: string, unitId: string): Promise<boolean> {
  return (await listSubmissions(db, assessmentId, [unitId])).length > 0;
}
