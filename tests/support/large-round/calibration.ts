import { insertRows, schema, type Database } from '@gongping/db';
import type { LargeCell } from './judgements.ts';
import type { People } from './people.ts';

/** The first unit as the reference unit of a calibration that is open, with what both evaluators gave it. */
export async function insertCalibration(
  db: Database,
  cells: readonly LargeCell[],
  { ids, now }: Pick<People, 'ids'> & { now: Date },
): Promise<void> {
  const first = cells[0]?.key;
  if (!first) return;
  const { assessmentId, unitId } = first;
  await insertRows(db, schema.calibrations, [
    {
      assessmentId,
      holds: false,
      revision: 1,
      setBy: ids.organiser,
      setAt: now,
      closedAt: null,
      closedBy: null,
    },
  ]);
  await insertRows(db, schema.calibrationUnits, [{ assessmentId, unitId }]);
  const own = cells.filter(({ key }) => key.unitId === unitId);
  const entries = [ids.evaluator, ids.second].flatMap((raterId) =>
    own.map(({ key }) => ({
      ...key,
      raterId,
      state: 'not_applicable' as const,
      input: null,
      marks: null,
      reason: '待统一口径',
      revision: 1,
      updatedAt: now,
    })),
  );
  await insertRows(db, schema.calibrationEntries, entries);
}
