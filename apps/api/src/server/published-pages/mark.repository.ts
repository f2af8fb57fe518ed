import { type Database, schema } from '@gongping/db';
import { sql } from 'drizzle-orm';

const { assessments, publications } = schema;

/** Changes with every publication, and when the demonstration comes or goes: pages say so. */
export async function readPublishedMark(db: Database): Promise<string> {
  const [row] = await db
    .select({
      mark: sql<string>`concat_ws(' ', count(*), max(${publications.publishedAt}), (
        select count(*) from ${assessments} where ${assessments.demonstration}))`,
    })
    .from(publications);
  return row?.mark ?? '';
}
