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

/**
 * Evidence for the scores of an assessment with the codes of unit and leaf, in the order it was added: one query.
 * @param unit code of the only unit wanted; null for all
 */
export async function evidenceRows(
  db: Database,
  assessmentId: string,
  unit: string | null = null,
): Promise<{ unitCode: string; indicatorCode: string; evidence: Evidence }[]> {
  const rows = await repository.listEvidenceWithCodes(db, assessmentId, unit);
  return rows.map((row) => ({
    unitCode: row.unitCode,
    indicatorCode: row.indicatorCode,
    evidence: toEvidence(row),
  }));
}

/** What tells a piece of evidence from others, with the cell that it is for. */
export type EvidencePiece = Awaited<ReturnType<typeof repository.listPieces>>[number];

/** As `evidenceRows`, no more than what tells pieces apart: for looking at all of a round at once. */
export const evidencePieces: (db: Database, assessmentId: string) => Promise<EvidencePiece[]> =
  repository.listPieces;
