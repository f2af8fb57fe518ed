import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { ProblemError } from '../../http/problem-error.ts';

/** Counts what comes from addresses and refuses what is too much. */
export interface IntakeLimit {
  /** @throws ProblemError `too-many-attempts` */
  count(digest: Buffer): Promise<void>;
}

/** Cells of the sketch: four million addresses in a window would share a cell with another one time in sixteen. */
const cells = 1 << 22;

/**
 * The first few answers of an address in a window are counted in memory of fixed size; whoever sends more is counted by
 * the limiter that all instances share. So ordinary answers cost no write, and an address can send at most `free` for
 * each instance beyond the shared limit.
 *
 * The memory is a count–min sketch of two rows (Cormode and Muthukrishnan 2005): it may count too much, which only asks
 * the shared limiter early, never too little.
 */
export function limitIntake(
  shared: RateLimiterAbstract,
  { free, windowMs, now }: { free: number; windowMs: number; now: () => number },
): IntakeLimit {
  const sketch = new Uint8Array(cells);
  let windowEnds = now() + windowMs;
  return {
    async count(digest) {
      if (now() >= windowEnds) {
        sketch.fill(0);
        windowEnds = now() + windowMs;
      }
      const first = digest.readUInt32LE(0) % cells;
      const second = digest.readUInt32LE(4) % cells;
      const seen = Math.min(sketch[first] ?? 0, sketch[second] ?? 0);
      if (seen < free) {
        sketch[first] = Math.max(sketch[first] ?? 0, seen + 1);
        sketch[second] = Math.max(sketch[second] ?? 0, seen + 1);
        return;
      }
      await countShared(shared, digest.toString('base64url', 0, 16));
    },
  };
}

async function countShared(shared: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await shared.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new ProblemError('too-many-attempts', { values: { seconds } });
  }
}
