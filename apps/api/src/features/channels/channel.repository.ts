import { type Database, schema } from '@gongping/db';
import { and, count, eq, max, sql } from 'drizzle-orm';

const { surveyChannels, surveyTokens } = schema;

export type ChannelRow = typeof surveyChannels.$inferSelect;

export async function findChannel(
  db: Database,
  { surveyId, code }: { surveyId: string; code: string },
): Promise<ChannelRow | undefined> {
  const [row] = await db.select().from(surveyChannels).where(keyed({ surveyId, code }));
  return row;
}

export function countTokens(db: Database, surveyId: string) {
  return db
    .select({
      channel: surveyTokens.channel,
      issued: count(),
      used: sql`count(*) filter (where ${surveyTokens.used})`.mapWith(Number),
      revoked: sql`count(*) filter (where ${surveyTokens.revoked})`.mapWith(Number),
    })
    .from(surveyTokens)
    .where(eq(surveyTokens.surveyId, surveyId))
    .groupBy(surveyTokens.channel);
}

/** The position after the last one. */
export async function nextPosition(db: Database, surveyId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(surveyChannels.position) })
    .from(surveyChannels)
    .where(eq(surveyChannels.surveyId, surveyId));
  return (row?.last ?? 0) + 1;
}

export async function insertChannel(db: Database, row: ChannelRow): Promise<void> {
  await db.insert(surveyChannels).values(row);
}

/** @returns the row as changed, or undefined where its revision is no longer the expected one */
export async function updateChannel(
  db: Database,
  change: {
    surveyId: string;
    code: string;
    expectedRevision: number;
    values: Partial<Omit<ChannelRow, 'surveyId' | 'code' | 'kind' | 'revision'>>;
  },
): Promise<ChannelRow | undefined> {
  const [row] = await db
    .update(surveyChannels)
    .set({ ...change.values, revision: change.expectedRevision + 1 })
    .where(and(keyed(change), eq(surveyChannels.revision, change.expectedRevision)))
    .returning();
  return row;
}

/** Puts the channels into an order; those that are not named stay where they are. */
export async function setOrder(db: Database, surveyId: string, codes: readonly string[]): Promise<void> {
  const order = JSON.stringify(codes.map((code, index) => ({ code, position: index + 1 })));
  await db.execute(sql`
    update ${surveyChannels} set position = r.position
    from jsonb_to_recordset(${order}::jsonb) as r (code text, position int)
    where ${surveyChannels.surveyId} = ${surveyId} and ${surveyChannels.code} = r.code`);
}

function keyed({ surveyId, code }: { surveyId: string; code: string }) {
  return and(eq(surveyChannels.surveyId, surveyId), eq(surveyChannels.code, code));
}
