import { type Database, schema } from '@gongping/db';
import { count, eq } from 'drizzle-orm';
import { cellKey } from './round-facts.ts';

const { assignments, units } = schema;

/** Keys of unit and family that have all their raters, in one query. @param raters how many a cell needs */
export async function assignedCells(db: Database, assessmentId: string, raters: 1 | 2): Promise<Set<string>> {
  const rows = await db
    .select({ unit: units.code, family: assignments.family, raters: count() })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(eq(assignments.assessmentId, assessmentId))
    .groupBy(units.code, assignments.family);
  return new Set(rows.filter((row) => row.raters >= raters).map(({ unit, family }) => cellKey(unit, family)));
}
