import { type Database, schema } from '@gongping/db';
import { and, asc, eq, sql } from 'drizzle-orm';

const { paperEntries, units } = schema;

export type EntryRow = typeof paperEntries.$inferSelect;

/** Where a sheet belongs. */
export interface SheetPlace {
  readonly surveyId: string;
  readonly channel: string;
  readonly sheet: string;
}

/** Who keys in a sheet waits for whoever else does, to the transaction's end. */
export async function lockSheet(tx: Database, { surveyId, channel, sheet }: SheetPlace): Promise<void> {
  const name = `survey-sheet ${surveyId} ${channel} ${sheet}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Entries of a sheet in their order, each with the code of its unit. */
export function listEntries(db: Database, { surveyId, channel, sheet }: SheetPlace) {
  return db
    .select({ row: paperEntries, unit: units.code })
    .from(paperEntries)
    .innerJoin(units, eq(units.id, paperEntries.unitId))
    .where(
      and(
        eq(paperEntries.surveyId, surveyId),
        eq(paperEntries.channel, channel),
        eq(paperEntries.sheet, sheet),
      ),
    )
    .orderBy(asc(paperEntries.entry));
}

export async function insertEntry(db: Database, row: EntryRow): Promise<void> {
  await db.insert(paperEntries).values(row);
}

/** Sheets of a channel: how many entries each has, whether it is done, whether somebody keyed it in. */
export function listSheets(
  db: Database,
  { surveyId, channel, userId }: { surveyId: string; channel: string; userId: string },
) {
  return db
    .select({
      sheet: paperEntries.sheet,
      entries: sql`count(*)`.mapWith(Number),
      isDone: sql<boolean>`bool_or(${paperEntries.responseId} is not null)`,
      isMine: sql<boolean>`bool_or(${paperEntries.keyedBy} = ${userId})`,
      keyedAt: sql`min(${paperEntries.keyedAt})`.mapWith(paperEntries.keyedAt),
    })
    .from(paperEntries)
    .where(and(eq(paperEntries.surveyId, surveyId), eq(paperEntries.channel, channel)))
    .groupBy(paperEntries.sheet)
    .orderBy(sql`min(${paperEntries.keyedAt})`, paperEntries.sheet);
}
