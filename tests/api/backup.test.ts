import {
  BackupError,
  migrateToEarlier,
  pendingMigrations,
  restoreBackup,
  writeBackup,
  type OpenDatabase,
} from '@gongping/db';
import { sql } from 'drizzle-orm';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDemonstrationDatabase, createEmptyDatabase, createTestDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// A whole demonstration is written and read several times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = temporaryFolder('backup');
const file = join(folder, 'gongping.backup.gz');
let original: OpenDatabase;
let copy: OpenDatabase;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  original = await createDemonstrationDatabase();
  await original.db.execute(
    sql`INSERT INTO rate_limits (key, points, expire) VALUES ('signin:somebody', 3, 1) ON CONFLICT DO NOTHING`,
  );
  await writeBackup(original, file);
  copy = await createTestDatabase();
});
afterAll(async () => {
  await original.close();
  await copy.close();
  await rm(folder, { recursive: true, force: true });
});

/** Rows of every table as text. */
async function contents({ db }: OpenDatabase): Promise<Record<string, string[]>> {
  const tables = await db.execute<{ name: string }>(
    sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await db.execute<{ row: string }>(
      sql`SELECT to_jsonb(t)::text AS row FROM ${sql.identifier(name)} t ORDER BY 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

const lines = async (): Promise<string[]> =>
  gunzipSync(await readFile(file))
    .toString()
    .split('\n');
const altered = async (name: string, change: (text: string[]) => string[]): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, gzipSync(change(await lines()).join('\n')));
  return path;
};

describe('restoring', () => {
  it('refuses a file that is cut off, altered, of another version, or no backup, and writes nothing', async () => {
    const whole = await readFile(file);
    const cut = join(folder, 'cut.gz');
    await writeFile(cut, whole.subarray(0, whole.length / 2));
    const text = join(folder, 'text.gz');
    await writeFile(text, 'not a backup');
    const bad = [
      cut,
      text,
      join(folder, 'nothing-here.gz'),
      await altered('end.gz', (all) => all.slice(0, -2)),
      await altered('row.gz', (all) => all.map((line) => line.replace('天元区', '天心区'))),
      await altered('missing-row.gz', (all) => all.toSpliced(3, 1)),
      await altered('migration.gz', (all) =>
        all.with(0, (all[0] ?? '').replace(/"migrations":\["./, '"migrations":["x')),
      ),
      await altered('later.gz', (all) => all.with(0, (all[0] ?? '').replace('"version":1', '"version":2'))),
    ];
    for (const path of bad) {
      await expect(restoreBackup(copy, path), path).rejects.toThrow(BackupError);
      const rows = Object.values(await contents(copy)).flat();
      expect(rows, path).toEqual([]);
    }
  });

  it('gives back every row, and nothing that would let anybody in', async () => {
    const tables = await restoreBackup(copy, file);
    const [before, after] = [await contents(original), await contents(copy)];
    expect(after['rate_limits']).toEqual([]);
    expect(after['sessions']).toEqual([]);
    expect(after['one_time_links']).toEqual([]);
    for (const { table, rows } of tables) {
      expect(after[table], table).toEqual(before[table]);
      expect(after[table], table).toHaveLength(rows);
    }
    expect(tables.find(({ table }) => table === 'scores')?.rows).toBeGreaterThan(1000);
    expect(tables.find(({ table }) => table === 'audit_entries')?.rows).toBeGreaterThan(0);
  });

  it('refuses a database that has rows', async () => {
    await expect(restoreBackup(copy, file)).rejects.toThrow(/not empty/);
  });

  it('upgrades what an earlier version has backed up, in a database that was never used', async () => {
    const [early, late] = [await createEmptyDatabase(), await createEmptyDatabase()];
    try {
      const pending = await pendingMigrations(early.db);
      await migrateToEarlier(early, 1);
      expect(await pendingMigrations(early.db)).toBe(pending - 1);
      await early.db.execute(sql`
        INSERT INTO units (id, code, name_zh, name_en, kind, category, clauses, files_annual_report)
        VALUES (gen_random_uuid(), 'C01', '天元区', 'Tianyuan', 'county', '城区', '{9}', true)`);
      const path = join(folder, 'early.gz');
      await writeBackup(early, path);
      await expect(restoreBackup(copy, path)).rejects.toThrow(/earlier version.*never used/);
      await restoreBackup(late, path);
      expect(await pendingMigrations(late.db)).toBe(0);
      expect((await contents(late))['units']).toEqual((await contents(early))['units']);
    } finally {
      await early.close();
      await late.close();
    }
  });

  it('goes on numbering after what came back', async () => {
    const newest = sql<number>`(SELECT max(sequence) FROM survey_responses)`;
    const { rows } = await copy.db.execute<{ newest: string; next: string }>(
      sql`SELECT ${newest} AS newest, nextval(pg_get_serial_sequence('survey_responses', 'sequence')) AS next`,
    );
    expect(Number(rows[0]?.next)).toBe(Number(rows[0]?.newest) + 1);
  });

  it('leaves what is append-only as it was', async () => {
    await expect(copy.db.execute(sql`UPDATE audit_entries SET reason = 'forged'`)).rejects.toThrow();
  });
});

describe('backing up', () => {
  it('gives the same contents again, in a file that its owner alone can read', async () => {
    const again = join(folder, 'again.gz');
    await writeBackup(copy, again);
    expect(gunzipSync(await readFile(again)).equals(gunzipSync(await readFile(file)))).toBe(true);
    expect((await stat(again)).mode & 0o777).toBe(0o600);
  });

  it('leaves no half-written file where it fails', async () => {
    await expect(writeBackup(original, join(folder, 'no', 'such', 'folder.gz'))).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    // The connection is free for the next.
    await writeBackup(original, join(folder, 'next.gz'));
  });
});
