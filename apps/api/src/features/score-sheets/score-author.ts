import type { Database } from '@gongping/db';
import * as repository from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

/** Who wrote the score of a cell that stands, and how it came about; null where there is none. */
export async function authorOf(
  db: Database,
  assessmentId: string,
  { unit, leaf }: Cell,
): Promise<{ id: string; origin: repository.NewScoreRow['origin'] } | null> {
  const key = { assessmentId, unitId: unit.id, indicatorId: leaf.row.id };
  const row = await repository.findScore(db, key);
  return row ? { id: row.updatedBy, origin: row.origin } : null;
}
