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

/** By channel: sheets that wait for a second entry or a third look by somebody who has not keyed them in. */
export async function countWaiting(
  db: Database,
  { surveyId, userId }: { surveyId: string; userId: string },
): Promise<{ channel: string; toKey: number; toSettle: number }[]> {
  const { rows } = await db.execute<{ channel: string; to_key: number; to_settle: number }>(sql`
    select channel, count(*) filter (where entries = 1)::int as to_key,
      count(*) filter (where entries > 1)::int as to_settle
    from (
      select ${paperEntries.channel} as channel, count(*) as entries
      from ${paperEntries}
      where ${paperEntries.surveyId} = ${surveyId}
      group by ${paperEntries.channel}, ${paperEntries.sheet}
      having bool_and(${paperEntries.responseId} is null) and bool_and(${paperEntries.keyedBy} <> ${userId})
    ) as waiting
    group by channel`);
  return rows.map(({ channel, to_key: toKey, to_settle: toSettle }) => ({ channel, toKey, toSettle }));
}
