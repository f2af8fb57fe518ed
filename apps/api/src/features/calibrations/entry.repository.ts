import { type Database, schema } from '@gongping/db';
import { and, count, eq, getTableColumns, inArray, ne } from 'drizzle-orm';

const { calibrationEntries: entries, users } = schema;

/** What an evaluator gives a leaf of a reference unit, with their name. */
export type EntryRow = typeof entries.$inferSelect & { updatedByName: string };
export type NewEntryRow = typeof entries.$inferSelect;
type EntryKey = Pick<NewEntryRow, 'assessmentId' | 'unitId' | 'indicatorId' | 'raterId'>;

const isEntry = (key: EntryKey) =>
  and(
    eq(entries.assessmentId, key.assessmentId),
    eq(entries.unitId, key.unitId),
    eq(entries.indicatorId, key.indicatorId),
    eq(entries.raterId, key.raterId),
  );

/** Entries of one evaluator, or of all, at the units that are calibrated. */
export function listEntries(
  db: Database,
  assessmentId: string,
  of: { raterId?: string; unitIds: string[] },
): Promise<EntryRow[]> {
  return db
    .select({ ...getTableColumns(entries), updatedByName: users.displayName })
    .from(entries)
    .innerJoin(users, eq(users.id, entries.raterId))
    .where(
      and(
        eq(entries.assessmentId, assessmentId),
        inArray(entries.unitId, of.unitIds),
        of.raterId === undefined ? undefined : eq(entries.raterId, of.raterId),
      ),
    )
    .orderBy(users.username);
}

export async function findEntry(db: Database, key: EntryKey): Promise<EntryRow | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(entries), updatedByName: users.displayName })
    .from(entries)
    .innerJoin(users, eq(users.id, entries.raterId))
    .where(isEntry(key));
  return row;
}

/** Whether anybody has entered something. */
export async function hasEntries(db: Database, assessmentId: string): Promise<boolean> {
  const [row] = await db
    .select({ entered: count() })
    .from(entries)
    .where(and(eq(entries.assessmentId, assessmentId), ne(entries.state, 'unscored')));
  return (row?.entered ?? 0) > 0;
}

/** @returns false where the evaluator's first entry was written before. */
export async function insertEntry(db: Database, row: NewEntryRow): Promise<boolean> {
  const rows = await db
    .insert(entries)
    .values(row)
    .onConflictDoNothing()
    .returning({ revision: entries.revision });
  return rows.length === 1;
}

/** Writes over the revision that was seen. @returns false where it is no longer there. */
export async function updateEntry(
  db: Database,
  row: NewEntryRow,
  expectedRevision: number,
): Promise<boolean> {
  const { state, input, marks, reason, revision, updatedAt } = row;
  const rows = await db
    .update(entries)
    .set({ state, input, marks, reason, revision, updatedAt })
    .where(and(isEntry(row), eq(entries.revision, expectedRevision)))
    .returning({ revision: entries.revision });
  return rows.length === 1;
}
