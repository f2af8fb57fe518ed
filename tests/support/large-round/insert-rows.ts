import type { Database } from '@gongping/db';
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Rows a statement; one carries all its rows in memory. */
const rowsAStatement = 2000;

/** Inserts whole rows, each part as one JSON value: parameters for each of them would take several times as long. */
export async function insertRows<T extends PgTable>(
  db: Database,
  table: T,
  rows: readonly T['$inferSelect'][],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table));
  for (let at = 0; at < rows.length; at += rowsAStatement) {
    const records = rows
      .slice(at, at + rowsAStatement)
      .map((row: Record<string, unknown>) =>
        Object.fromEntries(columns.map(([key, column]) => [column.name, row[key]])),
      );
    const json = JSON.stringify(records);
    await db.execute(
      sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`,
    );
  }
}
