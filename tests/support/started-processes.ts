import { readdirSync, readFileSync } from 'node:fs';

/** What the processes have taken that this one has started. */
export interface Taken {
  /** The most memory of any of them. */
  readonly megabytes: number;
  /** Of the processor, the most of any of them. */
  readonly seconds: number;
}

/** Text of a file of the system; empty where the process has ended meanwhile. */
const told = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const TICKS_PER_SECOND = 100;

/** What one process has taken so far; null where this one has not started it. */
function takenBy(pid: string): Taken | null {
  const status = told(`/proc/${pid}/status`);
  if (/^PPid:\s*(\d+)/m.exec(status)?.[1] !== String(process.pid)) return null;
  const peak = Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0);
  // Behind the name, which may hold anything but a bracket at its end: fields 14 and 15 of proc(5).
  const fields = told(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return { megabytes: peak / 1024, seconds: ticks / TICKS_PER_SECOND };
}

/**
 * Runs something and says what the processes took that it started: as Linux tells it, looked at every few milliseconds.
 * Elsewhere nothing is known.
 */
export async function measured<T>(run: () => Promise<T>): Promise<Taken & { readonly value: T }> {
  const before = new Set(process.platform === 'linux' ? readdirSync('/proc') : []);
  let megabytes = 0;
  let seconds = 0;
  const look = setInterval(() => {
    if (process.platform !== 'linux') return;
    for (const pid of readdirSync('/proc')) {
      const taken = before.has(pid) || !/^\d+$/.test(pid) ? null : takenBy(pid);
      if (taken === null) continue;
      megabytes = Math.max(megabytes, taken.megabytes);
      seconds = Math.max(seconds, taken.seconds);
    }
  }, 10);
  try {
    const value = await run();
    return { value, megabytes, seconds };
  } finally {
    clearInterval(look);
  }
}
