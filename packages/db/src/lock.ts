import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isSameProcess, processStamp } from './lock-process.ts';

/** Who holds a data folder, as written in its lock file. */
export interface LockHolder {
  pid: number;
  /** Identifies this very process among all that ever had its pid; null where the system does not tell. */
  stamp: string | null;
  host: string;
  /** ISO 8601 moment in UTC at which the lock was taken. */
  since: string;
  token: string;
}

/** A lock held by this process; `release` may be called more than once. */
export interface DataDirLock {
  holder: LockHolder;
  release(): void;
}

const LOCK_FILE = 'gongping.lock';

/** Thrown when another process has the data folder open: two would lose data without an error. */
export class DataDirLockedError extends Error {
  override name = 'DataDirLockedError';
  readonly holder: LockHolder | null;
  readonly dataDir: string;

  constructor(dataDir: string, holder: LockHolder | null) {
    super(lockedSentence(dataDir, holder));
    this.dataDir = dataDir;
    this.holder = holder;
  }
}

function lockedSentence(dataDir: string, holder: LockHolder | null): string {
  const file = join(dataDir, LOCK_FILE);
  if (!holder) {
    return (
      `数据目录 ${dataDir} 的锁文件 ${file} 无法识别，请确认没有其他进程使用该目录后删除此文件再启动。\n` +
      `The lock file ${file} cannot be read. Make sure no other process uses ${dataDir}, delete the file and start again.`
    );
  }
  const elsewhere = holder.host !== hostname();
  const remedyZh = elsewhere
    ? `请在主机 ${holder.host} 上停止该进程；如已确认其不再运行，请删除 ${file} 后重新启动。`
    : '请先停止该进程，或用 DATA_DIR 指定另一个目录。';
  const remedyEn = elsewhere
    ? `Stop that process on ${holder.host}; if it is certainly gone, delete ${file} and start again.`
    : 'Stop that process first, or choose another folder with DATA_DIR.';
  return (
    `数据目录 ${dataDir} 正被另一进程使用（进程号 ${holder.pid}，主机 ${holder.host}，始于 ${holder.since}）。${remedyZh}\n` +
    `The data folder ${dataDir} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. ${remedyEn}`
  );
}

/**
 * Takes the exclusive lock of a data folder, creating the folder (and its parents) first.
 *
 * The file appears with its content in one step (a hard link), so nobody reads half a lock. A lock whose
 * process is gone is replaced; only the process that owns the take-over file of that very lock may do it, so
 * two processes that find the same stale lock cannot both win.
 *
 * @throws DataDirLockedError when a living process, or one on another host, holds the folder.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, LOCK_FILE);
  const own: LockHolder = {
    pid: process.pid,
    stamp: processStamp(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  const draft = `${file}.${own.token}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    while (!linked(draft, file)) {
      const text = readText(file);
      if (text === null) continue;
      const holder = parseHolder(text);
      if (!holder || !isGone(holder)) throw new DataDirLockedError(dataDir, holder);
      replaceStale(file, holder, draft);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return { holder: own, release: releaser(file, own.token) };
}

function releaser(file: string, token: string): () => void {
  const release = (): void => {
    process.off('exit', release);
    const text = readText(file);
    // Somebody may have deleted the file by hand and another process taken it: theirs is not ours to remove.
    if (text !== null && parseHolder(text)?.token === token) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

/** Removes a stale lock; the next turn of the caller's loop competes for the free name. */
function replaceStale(file: string, stale: LockHolder, draft: string): void {
  const takeover = `${file}.takeover-${stale.token}`;
  if (!linked(draft, takeover)) {
    const rival = parseHolder(readText(takeover) ?? '');
    if (rival && isGone(rival)) rmSync(takeover, { force: true });
    return;
  }
  try {
    const current = parseHolder(readText(file) ?? '');
    if (current?.token === stale.token) renameSync(file, `${takeover}.old`);
  } finally {
    rmSync(`${takeover}.old`, { force: true });
    rmSync(takeover, { force: true });
  }
}

function isGone(holder: LockHolder): boolean {
  return holder.host === hostname() && !isSameProcess(holder.pid, holder.stamp);
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<Record<keyof LockHolder, unknown>>;
  return (
    Number.isInteger(record.pid) &&
    (record.stamp === null || typeof record.stamp === 'string') &&
    typeof record.host === 'string' &&
    typeof record.since === 'string' &&
    typeof record.token === 'string'
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
