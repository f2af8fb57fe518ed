import type { Evidence, ScoreState } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { RuleInput } from '@gongping/scoring';
import { evidenceRows } from '../evidence/list-evidence.ts';
import { listScoresWithCodes } from './score.repository.ts';

export { evidenceRows } from '../evidence/list-evidence.ts';
export { missingOf } from './missing.ts';

/** A score as results and snapshots take it. A leaf that was never touched has none. */
export interface ScoreRecord {
  readonly unitId: string;
  readonly unitCode: string;
  readonly indicatorId: string;
  readonly indicatorCode: string;
  readonly state: ScoreState;
  /** Null unless scored; for a veto leaf 1 where it is triggered, else 0. */
  readonly marks: number | null;
  readonly input: RuleInput | null;
  readonly reason: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly evidence: readonly Evidence[];
}

/** Whose evidence comes with the scores: there is far more of it than of anything else. */
export type WithEvidence = 'all' | 'none' | { readonly unit: string };

/**
 * Every score of an assessment with its evidence, by unit code and the order of the leaves, in two queries. Scores of
 * units and indicators that no longer count are among them. The caller has checked who asks.
 */
export async function scoreRows(
  db: Database,
  assessmentId: string,
  withEvidence: WithEvidence = 'all',
): Promise<ScoreRecord[]> {
  const rows = await listScoresWithCodes(db, assessmentId);
  const unit = typeof withEvidence === 'string' ? null : withEvidence.unit;
  const found = withEvidence === 'none' ? [] : await evidenceRows(db, assessmentId, unit);
  const evidence = new Map<string, Evidence[]>();
  for (const { unitCode, indicatorCode, evidence: piece } of found) {
    const key = `${unitCode}/${indicatorCode}`;
    const pieces = evidence.get(key);
    if (pieces) pieces.push(piece);
    else evidence.set(key, [piece]);
  }
  return rows.map((row) => ({
    unitId: row.unitId,
    unitCode: row.unitCode,
    indicatorId: row.indicatorId,
    indicatorCode: row.indicatorCode,
    state: row.state,
    marks: row.marks === null ? null : Number(row.marks),
    input: row.input,
    reason: row.reason,
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedByName,
    evidence: evidence.get(`${row.unitCode}/${row.indicatorCode}`) ?? [],
  }));
}
