import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { OpenDatabase } from '../open.ts';
import { TableDigest } from './backup-lines.ts';
import type { BackupEnd, BackupHeader, BackupProgress, TableEnd } from './backup-lines.ts';
import { appliedMigrations, quoted, tablesInOrder } from './tables.ts';

/** Rows fetched at a time; a chunk of a file is the largest row. */
const BATCH = 100;

async function* tableLines(
  client: pg.ClientBase,
  table: string,
  progress: BackupProgress,
): AsyncGenerator<string, TableEnd> {
  const digest = new TableDigest();
  // By the order of the row's text, so that the same contents give the same file.
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${quoted(table)} t ORDER BY 1`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${BATCH} FROM backup_rows`);
    if (rows.length === 0) break;
    for (const { row } of rows) {
      digest.add(row);
      yield `${row}\n`;
    }
    progress(table, digest.rows);
  }
  await client.query('CLOSE backup_rows');
  return digest.end(table);
}

async function* backupLines(
  client: pg.ClientBase,
  ends: TableEnd[],
  progress: BackupProgress,
): AsyncGenerator<string> {
  const migrations = await appliedMigrations(client);
  yield `${JSON.stringify({ format: 'gongping-backup', version: 1, migrations } satisfies BackupHeader)}\n`;
  for (const table of await tablesInOrder(client)) {
    const end = yield* tableLines(client, table, progress);
    ends.push(end);
    yield `${JSON.stringify(end)}\n`;
  }
  yield `${JSON.stringify({ tables: ends.length } satisfies BackupEnd)}\n`;
}

/**
 * Writes everything in the database but sessions, one-time links and rate limits to a file: gzipped lines of JSON, the
 * rows of each table before its name, count and SHA-256. One snapshot, whatever is written meanwhile; the file appears
 * under its name when it is whole, readable by its owner alone.
 *
 * @returns what was written of each table
 */
export async function writeBackup(
  database: OpenDatabase,
  file: string,
  progress: BackupProgress = () => undefined,
): Promise<TableEnd[]> {
  const unfinished = `${file}.${process.pid}.part`;
  const client = await database.pool.connect();
  const ends: TableEnd[] = [];
  try {
    const target = await open(unfinished, 'wx', 0o600);
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const lines = Readable.from(backupLines(client, ends, progress));
      await pipeline(lines, createGzip(), target.createWriteStream({ flush: true }));
      await client.query('COMMIT');
    } finally {
      await target.close().catch(() => undefined);
    }
    await rename(unfinished, file);
    return ends;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await rm(unfinished, { force: true });
    client.release();
  }
}
