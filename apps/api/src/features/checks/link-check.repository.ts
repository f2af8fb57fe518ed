import { type Database, schema } from '@gongping/db';
import { eq, sql } from 'drizzle-orm';

const { linkChecks } = schema;

export type LinkCheckRow = typeof linkChecks.$inferSelect;

export function listLinkChecks(db: Database, assessmentId: string): Promise<LinkCheckRow[]> {
  return db.select().from(linkChecks).where(eq(linkChecks.assessmentId, assessmentId));
}

/** Keeps what was found, over what was found before. */
export async function saveLinkChecks(db: Database, rows: LinkCheckRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(linkChecks)
    .values(rows)
    .onConflictDoUpdate({
      target: [linkChecks.assessmentId, linkChecks.urlSha256],
      set: {
        state: sql`excluded.state`,
        status: sql`excluded.status`,
        checkedAt: sql`excluded.checked_at`,
      },
    });
}
