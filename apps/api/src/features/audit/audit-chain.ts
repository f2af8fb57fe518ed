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

/**
 * Checks a whole chain, oldest first.
 * @returns the sequence of the first entry that does not fit, or null where all do.
 */
export function firstBrokenLink(rows: readonly AuditRow[]): number | null {
  let previousHash = '';
  let sequence = 0;
  for (const { hash, ...facts } of rows) {
    sequence += 1;
    const fits =
      facts.sequence === sequence && facts.previousHash === previousHash && chainHash(facts) === hash;
    if (!fits) return sequence;
    previousHash = hash;
  }
  return null;
}
