import type pg from 'pg';
import type { OpenDatabase } from '../open.ts';
import type { TableEnd } from './backup-lines.ts';
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
  await client.query(`INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`, [
    `[${rows.join(',')}]`,
  ]);
}

/**
 * Puts a backup into an empty database of the same version, all of it or nothing. The file is read and checked to its
 * end before the first row is written.
 *
 * @returns what was restored of each table
 * @throws BackupError where the file is damaged or of another version, or the database has rows
 */
export async function restoreBackup(database: OpenDatabase, file: string): Promise<readonly TableEnd[]> {
  const { header, tables } = await readBackup(file);
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    const known = await tablesInOrder(client);
    const strange = tables.find(({ table }) => !known.includes(table));
    const migrations = await appliedMigrations(client);
    if (strange !== undefined || migrations.join() !== header.migrations.join()) {
      throw new BackupError(
        '备份来自公评的另一个版本：请用制作备份的版本恢复，再用本版本启动以升级。' +
          'The backup is from another version of Gongping: restore it with that version, then start this one to upgrade.',
      );
    }
    await checkEmpty(client, known);
    let batch: string[] = [];
    let size = 0;
    let at = 0;
    const flush = async (): Promise<void> => {
      await insert(client, tables[at]?.table ?? '', batch);
      batch = [];
      size = 0;
    };
    const again = await readBackup(file, async (row, table) => {
      if (table !== at || batch.length >= BATCH || size > BATCH_TEXT) await flush();
      at = table;
      batch.push(row);
      size += row.length;
    });
    await flush();
    // The file must not have been exchanged between the two readings.
    if (JSON.stringify(again.tables) !== JSON.stringify(tables)) {
      throw new BackupError('备份文件在读取时被改动。The backup was changed while it was read.');
    }
    await client.query('COMMIT');
    return tables;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
