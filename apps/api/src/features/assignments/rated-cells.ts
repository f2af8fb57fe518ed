import type { Database } from '@gongping/db';
import { familyCodes, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import { cellKey } from './assignment-matrix.ts';
import { listRated } from './assignment.repository.ts';

/** Who has rated leaves of a cell already, by the key of the cell. */
export type Rated = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Who has rated which cells of the units. Whoever has rated in one slot cannot take the other: the second score would
 * not be independent of the first. Empty where the round is scored once.
 */
export async function ratersOf(db: Database, frame: AssessmentFrame, unitIds: string[]): Promise<Rated> {
  const rated = new Map<string, Set<string>>();
  if (!frame.assessment.procedure.doubleScoring) return rated;
  const familyOf = familyCodes(frame.indicators);
  const familyById = new Map(frame.indicators.map(({ id, code }) => [id, familyOf.get(code) ?? code]));
  for (const { unitId, indicatorId, slot, raterId } of await listRated(db, frame.assessment.id, unitIds)) {
    const key = cellKey({ unitId, family: familyById.get(indicatorId) ?? '', slot });
    rated.set(key, (rated.get(key) ?? new Set()).add(raterId));
  }
  return rated;
}
