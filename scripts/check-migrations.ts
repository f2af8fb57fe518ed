import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run.ts';

/** Red when the schema says something the migrations do not: a migration generated into a copy must not appear. */
const copy = mkdtempSync(join(tmpdir(), 'gongping-migrations-'));
const migrationNames = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.sql'));

try {
  cpSync(join(root, 'drizzle'), copy, { recursive: true });
  const before = new Set(migrationNames(copy));
  execFileSync('drizzle-kit', ['generate', '--config', 'packages/db/drizzle.config.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DRIZZLE_OUT: copy },
    // A question (was this column renamed?) must fail and not wait.
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  const missing = migrationNames(copy).filter((name) => !before.has(name));
  for (const name of missing) console.error(readFileSync(join(copy, name), 'utf8'));
  if (missing.length > 0) {
    console.error(
      '\nThe schema has changed without a migration: run npm run db:generate and commit its files.',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
