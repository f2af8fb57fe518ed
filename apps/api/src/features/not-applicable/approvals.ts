import type { NotApplicableState } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import * as repository from './not-applicable.repository.ts';

/** How an N/A stands, with the reason of a rejection. */
export interface Approval {
  readonly state: NotApplicableState;
  readonly reason: string;
}

/**
 * How the leaves stand that evaluators call N/A, by `unitId/indicatorId`: one query. What a reviewer ruled is not among
 * them; it needs no approval. The caller has checked who asks.
 */
export async function approvalsOf(
  db: Database,
  assessmentId: string,
): Promise<ReadonlyMap<string, Approval>> {
  const rows = await repository.listNotApplicable(db, assessmentId);
  return new Map(
    rows.map(({ unitId, indicatorId, outcome, decisionReason }) => [
      `${unitId}/${indicatorId}`,
      { state: outcome ?? 'pending', reason: decisionReason ?? '' },
    ]),
  );
}
