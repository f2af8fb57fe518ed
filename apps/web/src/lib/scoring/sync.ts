import type { Score } from '@gongping/contracts';
import { sameWrite, type Write } from './judge.ts';

export interface Refusal {
  readonly detail: string;
  /** By path of the body. */
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * Where the saving of one leaf stands. Writes go out one at a time; what changes meanwhile waits in `wanted`, and
 * only the newest of it is sent.
 */
export interface Sync {
  readonly phase: 'idle' | 'waiting' | 'sending' | 'failed' | 'conflict' | 'refused' | 'signed-out';
  /** Revision that the next write replaces. */
  readonly revision: number;
  /** What the server has. */
  readonly acknowledged: Write;
  readonly inFlight: Write | null;
  readonly wanted: Write | null;
  /** Tries that failed in a row. */
  readonly attempt: number;
  /** The newer score, where a write was stale. */
  readonly conflict: Score | null;
  readonly refusal: Refusal | null;
  /** Of the last write from this page. */
  readonly savedAt: string | null;
}

export const writeOfScore = ({ state, input, reason }: Score): Write => ({ state, input, reason });

export function startSync(score: Score): Sync {
  return {
    phase: 'idle',
    revision: score.revision,
    acknowledged: writeOfScore(score),
    inFlight: null,
    wanted: null,
    attempt: 0,
    conflict: null,
    refusal: null,
    savedAt: null,
  };
}

/** The fields changed. `write` is null while they cannot be saved. */
export function want(sync: Sync, write: Write | null): Sync {
  const known = sync.inFlight ?? sync.acknowledged;
  // In a conflict even the old value is a choice: whoever keeps it writes over the newer one.
  const news = write !== null && (sync.phase === 'conflict' || !sameWrite(write, known));
  const wanted = news ? write : null;
  if (sync.phase === 'sending' || sync.phase === 'conflict' || sync.phase === 'signed-out') {
    return { ...sync, wanted };
  }
  if (wanted === null) return { ...sync, wanted, phase: 'idle', attempt: 0, refusal: null };
  return { ...sync, wanted, phase: sync.phase === 'failed' ? 'failed' : 'waiting', refusal: null };
}

/** Takes what is wanted into flight; the same state where there is nothing to send or something is on its way. */
export function send(sync: Sync): Sync {
  if (sync.wanted === null || (sync.phase !== 'waiting' && sync.phase !== 'failed')) return sync;
  return { ...sync, phase: 'sending', inFlight: sync.wanted, wanted: null };
}

export function acknowledge(sync: Sync, score: Score): Sync {
  const acknowledged = writeOfScore(score);
  // The server trims what it stores; what was sent counts as known too, or it would be sent for ever.
  const known = (write: Write) =>
    sameWrite(write, acknowledged) || (sync.inFlight !== null && sameWrite(write, sync.inFlight));
  const wanted = sync.wanted !== null && !known(sync.wanted) ? sync.wanted : null;
  return {
    ...startSync(score),
    acknowledged: sync.inFlight ?? acknowledged,
    phase: wanted === null ? 'idle' : 'waiting',
    wanted,
    savedAt: score.updatedAt,
  };
}

export function fail(sync: Sync): Sync {
  return { ...sync, ...backToWanted(sync), phase: 'failed', attempt: sync.attempt + 1 };
}

/** Somebody saved before. Where that was this very write, whose answer got lost, there is no conflict. */
export function meetStale(sync: Sync, current: Score): Sync {
  if (sync.inFlight !== null && sameWrite(sync.inFlight, writeOfScore(current))) {
    return acknowledge(sync, current);
  }
  return { ...sync, ...backToWanted(sync), phase: 'conflict', conflict: current };
}

/** Refused for what it says: sending it again would not help; the next change is sent. */
export function refuse(sync: Sync, refusal: Refusal): Sync {
  return { ...sync, ...backToWanted(sync), phase: 'refused', refusal };
}

export function loseSession(sync: Sync): Sync {
  return { ...sync, ...backToWanted(sync), phase: 'signed-out' };
}

/** One's own value over the newer one. */
export function keepMine(sync: Sync): Sync {
  if (sync.conflict === null) return sync;
  const known = writeOfScore(sync.conflict);
  const wanted = sync.wanted !== null && !sameWrite(sync.wanted, known) ? sync.wanted : null;
  return { ...startSync(sync.conflict), wanted, phase: wanted === null ? 'idle' : 'waiting' };
}

/** The newer value; what was typed is left to undo. */
export function takeTheirs(sync: Sync): Sync {
  return sync.conflict === null ? sync : startSync(sync.conflict);
}

/** Whether something would be lost if the page closed now. */
export function isUnsaved({ inFlight, wanted }: Sync): boolean {
  return inFlight !== null || wanted !== null;
}

/** Milliseconds until the next try: 1, 2, 4 … 30 s. */
export function retryDelay(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempt - 1));
}

function backToWanted({ wanted, inFlight }: Sync): Pick<Sync, 'wanted' | 'inFlight'> {
  return { wanted: wanted ?? inFlight, inFlight: null };
}
