import type { Evidence } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { toEvidence } from './evidence.mapper.ts';
import type { EvidencePurpose } from './evidence.repository.ts';
import * as repository from './evidence.repository.ts';

export interface EvidenceOfCell {
  readonly unitId: string;
  readonly indicatorId: string;
  /** Id of who added it. */
  readonly addedBy: string;
  readonly evidence: Evidence;
}

/** Evidence that counts of an assessment for one purpose, of all cells or of some; the caller has checked who asks. */
export async function listEvidenceOf(
  db: Database,
  assessmentId: string,
  of: { purpose: EvidencePurpose; unitIds?: string[]; indicatorIds?: string[] },
): Promise<EvidenceOfCell[]> {
  const rows = await repository.listEvidence(db, assessmentId, of);
  return rows.map((row) => ({
    unitId: row.unitId,
    indicatorId: row.indicatorId,
    addedBy: row.addedBy,
    evidence: toEvidence(row),
  }));
}

/** All evidence for the scores of an assessment with the codes of unit and leaf, in the order it was added: one query. */
export async function evidenceRows(
  db: Database,
  assessmentId: string,
): Promise<{ unitCode: string; indicatorCode: string; evidence: Evidence }[]> {
  const rows = await repository.listEvidenceWithCodes(db, assessmentId);
  return rows.map((row) => ({
    unitCode: row.unitCode,
    indicatorCode: row.indicatorCode,
    evidence: toEvidence(row),
  }));
}
