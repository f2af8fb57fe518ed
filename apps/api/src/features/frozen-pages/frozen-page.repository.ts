import { type Database, schema } from '@gongping/db';
import { eq, getTableColumns } from 'drizzle-orm';

const { frozenPages, users } = schema;

export type FrozenPageRow = typeof frozenPages.$inferSelect;

export async function insertPage(db: Database, row: FrozenPageRow): Promise<void> {
  await db.insert(frozenPages).values(row);
}

export async function findPage(
  db: Database,
  id: string,
): Promise<(FrozenPageRow & { fetchedByName: string }) | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(frozenPages), fetchedByName: users.displayName })
    .from(frozenPages)
    .innerJoin(users, eq(users.id, frozenPages.fetchedBy))
    .where(eq(frozenPages.id, id));
  return row;
}

/** Keeps what the live page was found to be. */
export async function updateLive(
  db: Database,
  id: string,
  live: Pick<FrozenPageRow, 'liveState' | 'liveDetail' | 'checkedAt'>,
): Promise<void> {
  await db.update(frozenPages).set(live).where(eq(frozenPages.id, id));
}
