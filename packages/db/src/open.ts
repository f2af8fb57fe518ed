import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { startEmbedded } from './embedded.ts';
import { lockDataDir } from './lock.ts';
import * as schema from './schema/index.ts';

/** A database or a transaction: what a repository takes. */
export type Database = PgDatabase<NodePgQueryResultHKT, typeof schema>;

export interface DatabaseOptions {
  /** `postgres://…`; null runs the embedded database. */
  url: string | null;
  /** Folder of the embedded database, created when missing; null keeps it in memory (tests). Unused with a URL. */
  dataDir: string | null;
  /** Contents for an embedded database in memory or in a folder that has none yet, from `dumpTemplate`. */
  template?: Uint8Array<ArrayBuffer>;
  /** Connections to a PostgreSQL server; 10 unless told. The embedded database always has one. */
  poolSize?: number;
  /**
   * Milliseconds a query waits for a free connection before it fails; 15,000 unless told. It also ends the
   * deadlock of the embedded database when code inside a transaction uses the database instead of the transaction.
   */
  connectionTimeoutMs?: number;
  /** Called when the embedded engine dies while in use: nothing works any more and the process should end. */
  onFailure?: (error: Error) => void;
}

export interface OpenDatabase {
  db: Database;
  pool: pg.Pool;
  kind: 'embedded' | 'postgres';
  /** Contents of an embedded database, to open others from (`template`). */
  dumpTemplate(): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the connections, writes out the embedded database and releases its folder. May be called twice. */
  close(): Promise<void>;
}

/**
 * Opens the database: PostgreSQL at `url`, else the embedded one in `dataDir`. Both speak through the same driver,
 * so code that works on one works on the other.
 *
 * @throws DataDirLockedError when another process has `dataDir` open.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  return options.url === null ? openEmbedded(options) : openPostgres(options, options.url);
}

async function openPostgres(options: DatabaseOptions, url: string): Promise<OpenDatabase> {
  const pool = createPool(options, {
    connectionString: url,
    max: options.poolSize ?? 10,
    onConnect: async (client) => {
      await client.query(ROOM_TO_SORT);
    },
  });
  return {
    db: drizzle(pool, { schema }),
    pool,
    kind: 'postgres',
    dumpTemplate: () => Promise.reject(new Error('Only an embedded database can be dumped as a template')),
    close: once(() => pool.end()),
  };
}

async function openEmbedded(options: DatabaseOptions): Promise<OpenDatabase> {
  const lock = options.dataDir === null ? null : lockDataDir(options.dataDir);
  const folder = options.dataDir === null ? null : join(options.dataDir, 'postgres');
  try {
    // Our own lock says that nobody has the folder. Left by a killed process, PostgreSQL's may be empty, which it
    // takes for another server that starts, for ever.
    if (folder !== null) rmSync(join(folder, 'postmaster.pid'), { force: true });
    const server = await startEmbedded({
      folder,
      template: options.template ?? null,
      onFailure: options.onFailure ?? ((error) => console.error(error)),
    });
    // One connection: the engine has a single session, and a second connection's statements would wait for the
    // first one's transaction anyway.
    const pool = createPool(options, {
      ...server.connection,
      max: 1,
      // That session outlives a connection: without this, prepared statements and settings of a dropped connection
      // meet the next one.
      onConnect: async (client) => {
        await client.query('DISCARD ALL');
        await client.query(ROOM_TO_SORT);
      },
    });
    return {
      db: drizzle(pool, { schema }),
      pool,
      kind: 'embedded',
      dumpTemplate: () => server.dump(),
      close: once(async () => {
        await pool.end();
        await server.close();
        lock?.release();
      }),
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Whole rounds are sorted by unit: PostgreSQL's own 4 MB would send them through files. What an operator gave beyond stays. */
const ROOM_TO_SORT = `select set_config('work_mem', '16MB', false)
  where pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('16MB')`;

function createPool(options: DatabaseOptions, connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    application_name: 'gongping',
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 15_000,
  });
  // A connection that breaks while idle, or between two statements of a transaction, is replaced and the next
  // statement on it fails with its own error; without listeners Node would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= action());
}
