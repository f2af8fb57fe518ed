import type { GuidanceNote } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import * as repository from './guidance.repository.ts';

/** How leaves are to be read, by the id of the indicator: one query. For everybody who scores or oversees the round. */
export async function guidanceOf(
  db: Database,
  assessmentId: string,
): Promise<ReadonlyMap<string, GuidanceNote>> {
  const rows = await repository.listGuidance(db, assessmentId);
  return new Map(
    rows
      .filter(({ note }) => note !== '')
      .map(({ indicatorId, note, updatedByName, updatedAt, revision }) => [
        indicatorId,
        { note, by: updatedByName, at: updatedAt.toISOString(), revision },
      ]),
  );
}
