import { type Database, schema } from '@gongping/db';
import { and, eq, gt, isNull } from 'drizzle-orm';

const { oneTimeLinks } = schema;

export type LinkRow = typeof oneTimeLinks.$inferSelect;

/** The link with this token, unless it was used or has expired. */
export async function findUsableLink(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<LinkRow | undefined> {
  const [row] = await db.select().from(oneTimeLinks).where(usable(tokenHash, now));
  return row;
}

/** Marks a link used. @returns false where somebody else was first. */
export async function useUpLink(db: Database, tokenHash: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(usable(tokenHash, now))
    .returning({ tokenHash: oneTimeLinks.tokenHash });
  return rows.length === 1;
}

/** Puts a link in; those of the same account (or, without one, of the first administrator) not used yet go. */
export async function replaceLink(db: Database, row: Omit<LinkRow, 'usedAt'>): Promise<void> {
  const owner = row.userId === null ? isNull(oneTimeLinks.userId) : eq(oneTimeLinks.userId, row.userId);
  await db.delete(oneTimeLinks).where(and(owner, isNull(oneTimeLinks.usedAt)));
  await db.insert(oneTimeLinks).values(row);
}

function usable(tokenHash: string, now: Date) {
  return and(
    eq(oneTimeLinks.tokenHash, tokenHash),
    gt(oneTimeLinks.expiresAt, now),
    isNull(oneTimeLinks.usedAt),
  );
}
