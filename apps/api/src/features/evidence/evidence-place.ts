import type { Database } from '@gongping/db';
import type { EvidencePurpose } from './evidence.repository.ts';

/** A leaf of a unit that somebody may put evidence on, or take it off, for one purpose. */
export interface EvidencePlace {
  readonly assessmentId: string;
  readonly purpose: EvidencePurpose;
  readonly unit: { readonly id: string; readonly code: string };
  readonly leaf: { readonly id: string; readonly code: string };
  /**
   * Keeps the place open until the transaction ends.
   * @throws ProblemError where it is closed by now
   */
  hold(tx: Database): Promise<void>;
}

/** How the audit log names evidence: `evidence C04/A1-2` for a score, `claim-evidence C04/A1-2` for a claim. */
export function evidenceSubject({ purpose, unit, leaf }: EvidencePlace): string {
  return `${purpose === 'score' ? '' : `${purpose}-`}evidence ${unit.code}/${leaf.code}`;
}
