import { type Database, schema } from '@gongping/db';
import { and, asc, eq, getTableColumns } from 'drizzle-orm';

const { assessments, mysteryRequests, users } = schema;

/** An entry of the log with the name of who saved it last. */
export type MysteryRow = typeof mysteryRequests.$inferSelect & { updatedByName: string };
export type NewMysteryRow = typeof mysteryRequests.$inferSelect;

const columns = { ...getTableColumns(mysteryRequests), updatedByName: users.displayName };

/** Entries of a round, in the order they were sent, of all units or of one. */
export function listEntries(db: Database, assessmentId: string, unitId?: string): Promise<MysteryRow[]> {
  return db
    .select(columns)
    .from(mysteryRequests)
    .innerJoin(users, eq(users.id, mysteryRequests.updatedBy))
    .where(
      and(
        eq(mysteryRequests.assessmentId, assessmentId),
        unitId === undefined ? undefined : eq(mysteryRequests.unitId, unitId),
      ),
    )
    .orderBy(asc(mysteryRequests.sentOn), asc(mysteryRequests.id));
}

/** The kinds of entries that a round has, whatever the unit. */
export async function listKinds(db: Database, assessmentId: string): Promise<NewMysteryRow['kind'][]> {
  const rows = await db
    .selectDistinct({ kind: mysteryRequests.kind })
    .from(mysteryRequests)
    .where(eq(mysteryRequests.assessmentId, assessmentId));
  return rows.map(({ kind }) => kind);
}

export interface EntryKey {
  readonly assessmentId: string;
  readonly unitId: string;
  readonly id: string;
}

const isEntry = (key: EntryKey) =>
  and(
    eq(mysteryRequests.assessmentId, key.assessmentId),
    eq(mysteryRequests.unitId, key.unitId),
    eq(mysteryRequests.id, key.id),
  );

export async function findEntry(db: Database, key: EntryKey): Promise<MysteryRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(mysteryRequests)
    .innerJoin(users, eq(users.id, mysteryRequests.updatedBy))
    .where(isEntry(key));
  return row;
}

export async function insertEntry(db: Database, row: NewMysteryRow): Promise<void> {
  await db.insert(mysteryRequests).values(row);
}

/** Writes over the revision that was seen. @returns false where it is no longer there */
export async function updateEntry(db: Database, row: NewMysteryRow, expectedRevision: number) {
  const rows = await db
    .update(mysteryRequests)
    .set(row)
    .where(and(isEntry(row), eq(mysteryRequests.revision, expectedRevision)))
    .returning({ id: mysteryRequests.id });
  return rows.length === 1;
}

/** @returns false where it was removed before */
export async function deleteEntry(db: Database, key: EntryKey): Promise<boolean> {
  const rows = await db.delete(mysteryRequests).where(isEntry(key)).returning({ id: mysteryRequests.id });
  return rows.length === 1;
}

/** The phase, which cannot change until the transaction ends; writers do not wait for each other. */
export async function holdPhase(db: Database, assessmentId: string) {
  const [row] = await db
    .select({ phase: assessments.phase })
    .from(assessments)
    .where(eq(assessments.id, assessmentId))
    .for('share');
  return row?.phase;
}

/** The terms of a round and its phase, held until the transaction ends. */
export async function lockTerms(db: Database, assessmentId: string) {
  const [row] = await db
    .select({ phase: assessments.phase, terms: assessments.requestTerms })
    .from(assessments)
    .where(eq(assessments.id, assessmentId))
    .for('update');
  return row;
}

export async function saveTerms(
  db: Database,
  assessmentId: string,
  terms: (typeof assessments.$inferSelect)['requestTerms'],
): Promise<void> {
  await db.update(assessments).set({ requestTerms: terms }).where(eq(assessments.id, assessmentId));
}
