import { type Database, schema } from '@gongping/db';
import { eq, lt } from 'drizzle-orm';

const { dayKeys } = schema;

/** The key of a day; `fresh` becomes it where there is none. Of two that ask at once both get the first one's. */
export async function keyOf(db: Database, { day, fresh }: { day: string; fresh: Buffer }): Promise<Buffer> {
  await db.insert(dayKeys).values({ day, key: fresh }).onConflictDoNothing();
  const [row] = await db.select().from(dayKeys).where(eq(dayKeys.day, day));
  if (!row) throw new Error('a key that was stored is gone');
  return row.key;
}

export async function deleteBefore(db: Database, day: string): Promise<number> {
  const gone = await db.delete(dayKeys).where(lt(dayKeys.day, day)).returning({ day: dayKeys.day });
  return gone.length;
}
