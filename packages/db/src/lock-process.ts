import { readFileSync } from 'node:fs';

/**
 * Tells a process from a later one with the same pid: boot id and start time in clock ticks since boot, from
 * Linux's /proc. Null on systems without it, where only the pid can be compared.
 */
export function processStamp(pid: number): string | null {
  return readProcess(pid)?.stamp ?? null;
}

/** True while the process that was stamped still runs. Without a stamp a living pid counts as the same. */
export function isSameProcess(pid: number, stamp: string | null): boolean {
  if (!isAlive(pid)) return false;
  const current = readProcess(pid);
  if (!current) return true;
  // A zombie answers signals but has closed all its files.
  if (current.state === 'Z' || current.state === 'X') return false;
  return stamp === null || stamp === current.stamp;
}

function readProcess(pid: number): { state: string; stamp: string } | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field of proc_pid_stat(5) is the command in brackets and may hold spaces: count from the last
    // bracket. The state is the field after it, the start time the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTime] = [fields[0], fields[19]];
    return state === undefined || startTime === undefined ? null : { state, stamp: `${boot}/${startTime}` };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
