import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './open.ts';

/** Writes rows for ever and prints a row's number once the database has acknowledged it. */
const WRITER = `
  const { openDatabase } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
  const { pool } = await openDatabase({ url: null, dataDir: process.argv[1] });
  await pool.query('CREATE TABLE IF NOT EXISTS written (n serial PRIMARY KEY, text text)');
  for (;;) {
    const { rows } = await pool.query("INSERT INTO written (text) VALUES (repeat('x', 500)) RETURNING n");
    console.log(rows[0].n);
  }
`;

/** Answers the numbers of the acknowledged rows. */
async function writeUntilKilled(dataDir: string, rows: number): Promise<number[]> {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(writer, 'exit');
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    if (acknowledged.push(Number(line)) === rows) writer.kill('SIGKILL');
  }
  await exited;
  return acknowledged;
}

// One folder for both: making the first database in it takes longer than all that is done with it.
const dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('a process killed while it writes loses nothing it has acknowledged', { timeout: 120_000 }, async () => {
  const acknowledged = [...(await writeUntilKilled(dataDir, 300)), ...(await writeUntilKilled(dataDir, 50))];
  const { pool, close } = await openDatabase({ url: null, dataDir });
  const { rows } = await pool.query<{ n: number }>('SELECT n FROM written');
  await close();
  const kept = new Set(rows.map((row) => row.n));
  expect(acknowledged.length).toBeGreaterThanOrEqual(350);
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
});

test('a process killed while it opens leaves a folder that opens', { timeout: 60_000 }, async () => {
  const first = await openDatabase({ url: null, dataDir });
  await first.pool.query('CREATE TABLE kept (n integer)');
  await first.close();
  // PostgreSQL makes its file first and fills it then.
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), '');
  const again = await openDatabase({ url: null, dataDir });
  const { rows } = await again.pool.query('SELECT n FROM kept');
  await again.close();
  expect(rows).toEqual([]);
});
