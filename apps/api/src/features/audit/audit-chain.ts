import { createHash } from 'node:crypto';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { AuditRow } from './audit.repository.ts';

export type ChainedFacts = Omit<AuditRow, 'hash'>;

/** SHA-256 over the entry's canonical JSON, the hash of the entry before it included. */
export function chainHash(facts: ChainedFacts): string {
  return createHash('sha256')
    .update(canonicalJson({ ...facts, at: facts.at.toISOString() }))
    .digest('hex');
}

/** Where a chain stands: the last entry that was looked at. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

export const chainStart: ChainEnd = { sequence: 0, hash: '' };

/**
 * Checks a stretch of a chain, oldest first, that follows on `end`.
 * @returns the sequence of the first entry that does not fit, or null where all do.
 */
export function firstBrokenLink(rows: readonly AuditRow[], end: ChainEnd = chainStart): number | null {
  let { sequence, hash: previousHash } = end;
  for (const { hash, ...facts } of rows) {
    sequence += 1;
    const fits =
      facts.sequence === sequence && facts.previousHash === previousHash && chainHash(facts) === hash;
    if (!fits) return sequence;
    previousHash = hash;
  }
  return null;
}
