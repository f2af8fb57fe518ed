import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';

const { samples, users } = schema;

export type NewSampleRow = typeof samples.$inferSelect;
/** A sample with the name of who drew it. */
export type SampleRow = NewSampleRow & { drawnByName: string };

const columns = { ...getTableColumns(samples), drawnByName: users.displayName };

export async function insertSample(db: Database, row: NewSampleRow): Promise<void> {
  await db.insert(samples).values(row);
}

/** All samples of a unit in the order drawn, discarded ones too. */
export function listSamples(db: Database, assessmentId: string, unitId: string): Promise<SampleRow[]> {
  return db
    .select(columns)
    .from(samples)
    .innerJoin(users, eq(users.id, samples.drawnBy))
    .where(and(eq(samples.assessmentId, assessmentId), eq(samples.unitId, unitId)))
    .orderBy(samples.drawnAt, samples.id);
}

/** A sample that stands. */
export async function findSample(
  db: Database,
  assessmentId: string,
  id: string,
): Promise<SampleRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(samples)
    .innerJoin(users, eq(users.id, samples.drawnBy))
    .where(and(eq(samples.assessmentId, assessmentId), eq(samples.id, id), isNull(samples.discardedAt)));
  return row;
}

/** Changes a sample that stands at the revision seen. @returns false where it does not */
export async function changeSample(
  db: Database,
  seen: { id: string; revision: number },
  change: Partial<Pick<NewSampleRow, 'items' | 'updatedAt' | 'discardedAt' | 'discardReason'>>,
): Promise<boolean> {
  const rows = await db
    .update(samples)
    .set({ ...change, revision: seen.revision + 1 })
    .where(and(eq(samples.id, seen.id), eq(samples.revision, seen.revision), isNull(samples.discardedAt)))
    .returning({ id: samples.id });
  return rows.length === 1;
}
