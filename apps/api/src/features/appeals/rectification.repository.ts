import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns } from 'drizzle-orm';

const { indicators, rectifications } = schema;

export type RectificationRow = typeof rectifications.$inferSelect;
type Key = Pick<RectificationRow, 'assessmentId' | 'unitId' | 'indicatorId'>;

const isLeaf = (key: Key) =>
  and(
    eq(rectifications.assessmentId, key.assessmentId),
    eq(rectifications.unitId, key.unitId),
    eq(rectifications.indicatorId, key.indicatorId),
  );

/** What was asked in a round, of one unit or (null) of all, with the codes of the leaves. */
export function listRectifications(db: Database, assessmentId: string, unitId: string | null) {
  return db
    .select({ ...getTableColumns(rectifications), indicatorCode: indicators.code })
    .from(rectifications)
    .innerJoin(indicators, eq(indicators.id, rectifications.indicatorId))
    .where(
      and(
        eq(rectifications.assessmentId, assessmentId),
        unitId === null ? undefined : eq(rectifications.unitId, unitId),
      ),
    );
}

export async function findRectification(db: Database, key: Key): Promise<RectificationRow | undefined> {
  const [row] = await db.select().from(rectifications).where(isLeaf(key));
  return row;
}

/** @returns false where somebody else asked first */
export async function insertRectification(db: Database, row: RectificationRow): Promise<boolean> {
  const rows = await db
    .insert(rectifications)
    .values(row)
    .onConflictDoNothing()
    .returning({ revision: rectifications.revision });
  return rows.length === 1;
}

/** Writes over the revision before the row's own. @returns false where it is no longer there */
export async function updateRectification(db: Database, row: RectificationRow): Promise<boolean> {
  const { request, dueOn, answer, answeredBy, answeredAt, revision } = row;
  const rows = await db
    .update(rectifications)
    .set({ request, dueOn, answer, answeredBy, answeredAt, revision })
    .where(and(isLeaf(row), eq(rectifications.revision, revision - 1)))
    .returning({ revision: rectifications.revision });
  return rows.length === 1;
}
