import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Database, OpenDatabase } from './open.ts';

const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

/** Any number nobody else locks: the letters `gongping` as hexadecimal. */
const LOCK_KEY = '0x676f6e6770696e67';

/**
 * Applies the migrations that are missing. Instances that start at the same moment wait for the first one: the
 * lock belongs to the connection, so a killed instance frees it.
 */
export async function migrateDatabase(database: Pick<OpenDatabase, 'pool'>): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [BigInt(LOCK_KEY).toString()]);
    try {
      await migrate(drizzle(client), { migrationsFolder });
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [BigInt(LOCK_KEY).toString()]);
    }
  } finally {
    client.release();
  }
}

/** How many migrations of this version the database still lacks; 0 means it is ready for use. */
export async function pendingMigrations(db: Database): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder });
  const table = await db.execute<{ present: boolean }>(
    sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS present`,
  );
  if (!table.rows[0]?.present) return known.length;
  // The migrator's own rule: whatever is younger than the last one applied.
  const applied = await db.execute<{ last: string | null }>(
    sql`SELECT max(created_at)::text AS last FROM drizzle.__drizzle_migrations`,
  );
  const last = Number(applied.rows[0]?.last ?? 0);
  return known.filter((migration) => migration.folderMillis > last).length;
}
