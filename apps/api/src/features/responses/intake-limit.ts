import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { randomInt } from 'node:crypto';
import { ProblemError } from '../../http/problem-error.ts';
import type { Sender } from './origin.ts';

/** Counts what comes from addresses and refuses what is too much. */
export interface IntakeLimit {
  /** @throws ProblemError `too-many-attempts` */
  count(sender: Sender): Promise<void>;
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
  const seeds = [randomInt(2 ** 32), randomInt(2 ** 32)] as const;
  let windowEnds = now() + windowMs;
  return {
    async count(sender) {
      if (now() >= windowEnds) {
        sketch.fill(0);
        windowEnds = now() + windowMs;
      }
      const first = place(sender.name, seeds[0]);
      const second = place(sender.name, seeds[1]);
      const seen = Math.min(sketch[first] ?? 0, sketch[second] ?? 0);
      if (seen < free) {
        sketch[first] = Math.max(sketch[first] ?? 0, seen + 1);
        sketch[second] = Math.max(sketch[second] ?? 0, seen + 1);
        return;
      }
      await countShared(shared, sender.digest().toString('base64url', 0, 16));
    },
  };
}

/**
 * A cell of the sketch: MurmurHash3's mixing over the letters. It need not be hard to invert, since nobody sees it, and
 * whoever found addresses that share cells without the seed would only have them counted by the shared limiter early.
 */
function place(name: string, seed: number): number {
  let mixed = seed;
  for (let at = 0; at < name.length; at += 1) {
    mixed = Math.imul(mixed ^ Math.imul(name.charCodeAt(at), 0xcc9e2d51), 0x1b873593);
    mixed = (mixed << 13) | (mixed >>> 19);
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % cells;
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
