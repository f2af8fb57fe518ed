import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirLockedError, lockDataDir, type LockHolder } from './lock.ts';
import { processStamp } from './lock-process.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'lock-')), 'deep', 'folder');
});

afterEach(() => rmSync(join(dataDir, '..', '..'), { recursive: true, force: true }));

/** A lock as another process would have left it. */
function leaveLock(holder: Partial<LockHolder>): void {
  lockDataDir(dataDir).release();
  const record = { pid: 1, stamp: null, host: hostname(), since: '2020-10-12T01:00:00.000Z', token: 'other' };
  writeFileSync(join(dataDir, 'gongping.lock'), JSON.stringify({ ...record, ...holder }));
}

function endedPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('the folder is created, and free again after the release', () => {
  lockDataDir(dataDir).release();
  const second = lockDataDir(dataDir);
  second.release();
  second.release();
  expect(readdirSync(dataDir)).toEqual([]);
});

test('a second lock says in Chinese and English who holds the folder, since when, and what to do', () => {
  const lock = lockDataDir(dataDir);
  const refusal = (): unknown => lockDataDir(dataDir);
  expect(refusal).toThrow(DataDirLockedError);
  for (const part of [
    dataDir,
    `进程号 ${process.pid}`,
    `process ${process.pid}`,
    lock.holder.since,
    'DATA_DIR',
  ]) {
    expect(refusal).toThrow(part);
  }
  lock.release();
});

test('a lock of a process that has ended is taken over', () => {
  leaveLock({ pid: endedPid() });
  const lock = lockDataDir(dataDir);
  expect(readdirSync(dataDir)).toEqual(['gongping.lock']);
  lock.release();
});

test.runIf(processStamp(process.pid))(
  'a living pid that started later than the lock is another process',
  () => {
    leaveLock({ pid: process.pid, stamp: 'earlier boot/42' });
    lockDataDir(dataDir).release();
  },
);

test('a lock of another host is respected, and the file to delete is named', () => {
  leaveLock({ pid: endedPid(), host: 'elsewhere' });
  expect(() => lockDataDir(dataDir)).toThrow('elsewhere');
  expect(() => lockDataDir(dataDir)).toThrow(join(dataDir, 'gongping.lock'));
});

test('a lock file that cannot be read is not guessed about', () => {
  leaveLock({});
  writeFileSync(join(dataDir, 'gongping.lock'), 'half a rec');
  expect(() => lockDataDir(dataDir)).toThrow(DataDirLockedError);
});

test('releasing a lock that somebody else has taken since leaves theirs', () => {
  const lock = lockDataDir(dataDir);
  writeFileSync(join(dataDir, 'gongping.lock'), JSON.stringify({ ...lock.holder, token: 'theirs' }));
  lock.release();
  expect(existsSync(join(dataDir, 'gongping.lock'))).toBe(true);
});

test('the lock goes with its process', () => {
  const script = `
    const { lockDataDir } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
    lockDataDir(${JSON.stringify(dataDir)});
  `;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).status).toBe(0);
  expect(readdirSync(dataDir)).toEqual([]);
});

test('of many processes that find the same stale lock one wins', async () => {
  leaveLock({ pid: endedPid() });
  const script = `
    const { lockDataDir } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
    try { lockDataDir(${JSON.stringify(dataDir)}); console.log('won'); process.stdin.resume(); }
    catch { console.log('lost'); }
  `;
  const { spawn } = await import('node:child_process');
  const rivals = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const answers = await Promise.all(
    rivals.map(
      (rival) =>
        new Promise<string>((resolve) => rival.stdout.once('data', (text) => resolve(`${text}`.trim()))),
    ),
  );
  for (const rival of rivals) rival.stdin.end();
  expect(answers.sort()).toEqual(['lost', 'lost', 'lost', 'won']);
});
