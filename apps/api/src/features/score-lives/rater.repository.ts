import { type Database, schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';

const { assignments, ratingSubmissions } = schema;

interface Family {
  readonly assessmentId: string;
  readonly unitId: string;
  readonly family: string;
}

/** Who scores a family of a unit, by slot. */
export function listRaters(db: Database, { assessmentId, unitId, family }: Family) {
  return db
    .select({ slot: assignments.slot, evaluatorId: assignments.evaluatorId })
    .from(assignments)
    .where(
      and(
        eq(assignments.assessmentId, assessmentId),
        eq(assignments.unitId, unitId),
        eq(assignments.family, family),
      ),
    );
}

/** The slots that have handed a family of a unit in. */
export async function listSlotsHandedIn(
  db: Database,
  { assessmentId, unitId, family }: Family,
): Promise<number[]> {
  const rows = await db
    .select({ slot: ratingSubmissions.slot })
    .from(ratingSubmissions)
    .where(
      and(
        eq(ratingSubmissions.assessmentId, assessmentId),
        eq(ratingSubmissions.unitId, unitId),
        eq(ratingSubmissions.family, family),
      ),
    );
  return rows.map(({ slot }) => slot);
}
