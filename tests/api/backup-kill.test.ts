import { schema, type OpenDatabase } from '@gongping/db';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandDatabase, type CommandDatabase } from '../support/command-database.ts';
import { compiledBefore } from '../support/compiled-before.ts';
import { onPostgres } from '../support/database.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { gongping, gongpingCommand } from '../support/gongping.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = temporaryFolder('backup-kill');
const file = join(folder, 'whole.gz');

const answers = ({ db }: OpenDatabase) => db.$count(schema.surveyResponses);

let source: CommandDatabase;
let target: CommandDatabase;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  source = await commandDatabase(join(folder, 'source'), 'demonstration');
  target = await commandDatabase(join(folder, 'target'), 'tables');
  const { code } = await gongpingHere(['backup', file], { cwd: folder, env: source.env() });
  expect(code).toBe(0);
});
afterAll(async () => {
  await source.close();
  await target.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (args: string[], env: Record<string, string>) =>
  spawn(process.execPath, [gongping, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...compiledBefore, ...env },
    stdio: 'ignore',
  });

describe('killed in the middle', () => {
  it('a backup leaves no file under its name, and the next one is whole', async () => {
    const target = join(folder, 'killed.gz');
    const changes = watch(folder);
    const child = start(['backup', target], source.env());
    const closed = once(child, 'close');
    for (;;) {
      const [, name] = (await once(changes, 'change')) as [string, string];
      if (name.startsWith('killed.gz.') && name.endsWith('.part')) break;
    }
    child.kill('SIGKILL');
    await closed;
    changes.close();
    expect(existsSync(target)).toBe(false);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toHaveLength(1);
    const { code } = await gongpingCommand(['backup', target], { cwd: folder, env: source.env() });
    expect({ code, written: existsSync(target) }).toEqual({ code: 0, written: true });
  });

  it('a restore leaves the database empty, and the next one is whole', async () => {
    const child = start(['restore', file], target.env());
    const closed = once(child, 'close');
    if (onPostgres()) {
      // Somebody else sees it writing.
      const busy = (database: OpenDatabase) =>
        database.pool.query<{ writing: boolean }>(
          `SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            WHERE c.relname = 'units' AND l.mode = 'RowExclusiveLock' AND l.pid <> pg_backend_pid()) AS writing`,
        );
      while (!(await target.inspect(busy)).rows[0]?.writing && child.exitCode === null);
    } else {
      const changes = watch(join(folder, 'target', 'data', 'postgres'), { recursive: true });
      await once(changes, 'change');
      changes.close();
    }
    child.kill('SIGKILL');
    await closed;
    const left = await target.inspect(answers);
    expect(left).toBe(0);
    const { code } = await gongpingCommand(['restore', file], { cwd: folder, env: target.env() });
    expect(code).toBe(0);
    expect(await target.inspect(answers)).toBe(await source.inspect(answers));
  });
});
