import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import type { Database, OpenDatabase } from './open.ts';

const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

/** Any number nobody else locks: the letters `gongping` as hexadecimal. */
const lockKey = BigInt('0x676f6e6770696e67').toString();

/** Hashes of this version's migrations, in order: the shapes that its tables went through. */
export const knownMigrations = (): string[] =>
  readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);

/** Keeps everybody else from migrating until the transaction ends. */
export async function holdMigrations(client: pg.ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
}

/** A folder of the first migrations only, as the migrator reads it. */
async function firstMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongping-migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: unknown[] };
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

async function applyFolder({ pool }: Pick<OpenDatabase, 'pool'>, folder: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    try {
      await migrate(drizzle(client), { migrationsFolder: folder });
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lockKey]);
    }
  } finally {
    client.release();
  }
}

/**
 * Applies the migrations that are missing. Instances that start at the same moment wait for the first one: the
 * lock belongs to the connection, so a killed instance frees it.
 */
export function migrateDatabase(database: Pick<OpenDatabase, 'pool'>): Promise<void> {
  return applyFolder(database, migrationsFolder);
}

/** Gives an empty database the tables of an earlier version: those after its first `count` migrations. */
export async function migrateToEarlier(database: Pick<OpenDatabase, 'pool'>, count: number): Promise<void> {
  const folder = await firstMigrations(count);
  try {
    await applyFolder(database, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
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
