import { type Database, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { cellKey } from './round-facts.ts';

const { assignments, units } = schema;

/** Keys of unit and family that somebody scores, in one query. */
export async function assignedCells(db: Database, assessmentId: string): Promise<Set<string>> {
  const rows = await db
    .select({ unit: units.code, family: assignments.family })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(eq(assignments.assessmentId, assessmentId));
  return new Set(rows.map(({ unit, family }) => cellKey(unit, family)));
}
