import type pg from 'pg';
import { holdMigrations, knownMigrations, migrateDatabase, migrateToEarlier } from '../migrate.ts';
import type { OpenDatabase } from '../open.ts';
import type { BackupProgress, TableEnd } from './backup-lines.ts';
import { BackupError, readBackup } from './read-backup.ts';
import { appliedMigrations, quoted, tablesInOrder } from './tables.ts';

/** Rows written at a time, unless their text is large. */
const BATCH = 200;
const BATCH_TEXT = 4 * 1024 * 1024;

async function checkEmpty(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rows.length === 0) continue;
    throw new BackupError(
      `数据库不是空的（${table} 已有数据）：请恢复到新建的空数据库。` +
        `The database is not empty (${table} has rows): restore into a new, empty one.`,
    );
  }
}

async function insert(client: pg.ClientBase, table: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const name = quoted(table);
  // Numbers that the database gives itself come back as they were.
  await client.query(
    `INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  );
}

/** Lets the numbers that the database gives itself go on after the greatest that came back. */
async function continueNumbers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND is_identity = 'YES'`,
  );
  for (const { table, column } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), greatest(1, (SELECT max(${quoted(column)}) FROM ${quoted(table)})),
        EXISTS (SELECT 1 FROM ${quoted(table)}))`,
      [quoted(table), column],
    );
  }
}

/**
 * Gives the database the tables that the backup was made of, where it has none yet.
 * @throws BackupError where its tables are of another version, or this version does not know the backup's
 */
async function prepareTables(database: OpenDatabase, migrations: readonly string[]): Promise<void> {
  const known = knownMigrations();
  if (known.slice(0, migrations.length).join() !== migrations.join()) {
    throw new BackupError(
      '备份由公评的较新版本（或改动过的版本）制作：请用该版本恢复。' +
        'The backup was made by a later version of Gongping (or an altered one): restore it with that version.',
    );
  }
  const applied = await appliedMigrations(database.pool);
  if (applied.length === 0) await migrateToEarlier(database, migrations.length);
  else if (applied.join() !== migrations.join()) {
    throw new BackupError(
      '备份由公评的较早版本制作，而数据库已是本版本的结构：请恢复到从未使用过的新数据库，恢复后会自动升级。' +
        'The backup is from an earlier version of Gongping and the database has the tables of this one already: ' +
        'restore into a database that was never used; it is upgraded afterwards.',
    );
  }
}

/** Writes the rows of the file, batch by batch. @returns the tables as they were read */
async function insertRows(
  client: pg.ClientBase,
  { file, tables, progress }: { file: string; tables: readonly TableEnd[]; progress: BackupProgress },
): Promise<readonly TableEnd[]> {
  let done = 0;
  let batch: string[] = [];
  let size = 0;
  let at = 0;
  const flush = async (): Promise<void> => {
    const table = tables[at]?.table ?? '';
    await insert(client, table, batch);
    done += batch.length;
    progress(table, done);
    batch = [];
    size = 0;
  };
  const again = await readBackup(file, async (row, table) => {
    if (table !== at || batch.length >= BATCH || size > BATCH_TEXT) await flush();
    if (table !== at) done = 0;
    at = table;
    batch.push(row);
    size += row.length;
  });
  await flush();
  return again.tables;
}

/**
 * Puts a backup into an empty database, all of it or nothing. The file is read and checked to its end before the first
 * row is written. A backup of an earlier version goes into a database without tables, which is upgraded afterwards.
 *
 * @returns what was restored of each table
 * @throws BackupError where the file is damaged, its version does not fit, or the database has rows
 */
export async function restoreBackup(
  database: OpenDatabase,
  file: string,
  progress: BackupProgress = () => undefined,
): Promise<readonly TableEnd[]> {
  const { header, tables } = await readBackup(file);
  await prepareTables(database, header.migrations);
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await holdMigrations(client);
    const known = await tablesInOrder(client);
    const strange = tables.find(({ table }) => !known.includes(table));
    const isSame = (await appliedMigrations(client)).join() === header.migrations.join();
    if (strange !== undefined || !isSame) {
      throw new BackupError(
        '数据库的结构与备份不同：请恢复到新建的空数据库。' +
          'The tables of the database are not those of the backup: restore into a new, empty one.',
      );
    }
    await checkEmpty(client, known);
    const written = await insertRows(client, { file, tables, progress });
    // The file must not have been exchanged between the two readings.
    if (JSON.stringify(written) !== JSON.stringify(tables)) {
      throw new BackupError('备份文件在读取时被改动。The backup was changed while it was read.');
    }
    await continueNumbers(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  await migrateDatabase(database);
  return tables;
}
