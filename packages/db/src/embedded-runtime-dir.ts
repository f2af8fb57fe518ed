import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSameProcess } from './lock-process.ts';

const PREFIX = 'gongping-';
/** sockaddr_un holds 108 bytes with the closing zero (unix(7)); macOS 104. */
const LONGEST_SOCKET_PATH = 103;

/**
 * A folder of mode 0700 for the database's socket, removed with the process. The system's folder for temporary
 * files is used, never the data folder: the path of a socket is limited to about a hundred bytes.
 */
export function createRuntimeDir(): { path: string; remove(): void } {
  const base = Buffer.byteLength(tmpdir()) > LONGEST_SOCKET_PATH - 60 ? '/tmp' : tmpdir();
  removeLeftovers(base);
  const path = mkdtempSync(join(base, `${PREFIX}${process.pid}-`));
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(path, { recursive: true, force: true });
  };
  process.on('exit', remove);
  return { path, remove };
}

/** A killed process cannot remove its folder; the next one does. */
function removeLeftovers(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = /^gongping-(\d+)-\w{6}$/.exec(name)?.[1];
    if (pid === undefined || isSameProcess(Number(pid), null)) continue;
    try {
      rmSync(join(base, name), { recursive: true, force: true });
    } catch {
      // Another user's folder of the same name: not ours to remove.
    }
  }
}
