import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder that goes with this process. What a killed process could not remove, the next call does.
 *
 * @param purpose part of the folder's name, in letters
 */
export function temporaryFolder(purpose: string): string {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `gongping-test-${process.pid}-${purpose}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^gongping-test-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && hasEnded(Number(pid))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Otherwise it is somebody else's process, and so is the folder.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
