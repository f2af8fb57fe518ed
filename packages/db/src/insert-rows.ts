import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './open.ts';

/** Rows a statement; one carries all its rows in memory. */
const rowsAStatement = 1000;

/**
 * Inserts many rows, each part as one JSON value: ten thousand parameters a statement would take the embedded database
 * several times as long. Columns that the first row does not name get their default.
 */
export async function insertRows<T extends PgTable>(
  db: Database,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const [first = {}] = rows;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  for (let at = 0; at < rows.length; at += rowsAStatement) {
    const part = rows.slice(at, at + rowsAStatement) as readonly Record<string, unknown>[];
    const records = part.map((row) =>
      Object.fromEntries(columns.map(([key, column]) => [column.name, row[key]])),
    );
    const json = JSON.stringify(records);
    await db.execute(
      sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`,
    );
  }
}
