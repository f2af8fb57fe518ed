import type { Database } from '@gongping/db';
import * as repository from './demonstration.repository.ts';

/** True while an assessment of the demonstration is there. */
export async function isDemonstrationLoaded(db: Database): Promise<boolean> {
  return (await repository.listDemonstrationIds(db)).length > 0;
}
