import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { emptyScore, putScores, type SettledScore } from '../score-sheets/put-scores.ts';
import { listRatings } from '../score-sheets/ratings.service.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import { openArbitration } from './open-arbitration.ts';
import { settleRatings } from './settle-ratings.ts';

export interface Consolidation {
  readonly sheets: Sheets;
  /** Cells of one unit that both raters have handed in. */
  readonly cells: readonly Cell[];
  /** Whoever handed in last. */
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
}

/**
 * What follows once both raters have handed in: a score where they agree, a case for the reviewer where they differ.
 * In a fixed number of statements; call it with the unit's ratings held.
 */
export async function consolidate(
  tx: Database,
  { sheets, cells, actor, now, requestId }: Consolidation,
): Promise<void> {
  const { assessment } = sheets;
  const assessmentId = assessment.id;
  const unitIds = [...new Set(cells.map(({ unit }) => unit.id))];
  const ratings = new Map(
    (await listRatings(tx, assessmentId, { unitIds })).map((row) => [key(row.indicatorId, row.slot), row]),
  );
  const scores: SettledScore[] = [];
  const differing: Cell[] = [];
  for (const cell of cells) {
    const id = cell.leaf.row.id;
    const given = [ratings.get(key(id, 1)) ?? emptyScore, ratings.get(key(id, 2)) ?? emptyScore] as const;
    const leaf = { fullMarks: cell.fullMarks, optional: cell.leaf.row.role !== 'score' };
    const settled = settleRatings(given, leaf, assessment.procedure);
    if (settled.kind === 'differs') differing.push(cell);
    const asked = settled.kind === 'agreed' ? settled.score : emptyScore;
    scores.push({ cell, asked, origin: 'agreed' });
  }
  await putScores(tx, scores, { assessmentId, actor, now, action: 'score.agree', requestId });
  const raters = new Set([...ratings.values()].map(({ updatedBy }) => updatedBy));
  await openArbitration(tx, { sheets, cells: differing, raters, actor, now, requestId, reason: '' });
}

function key(indicatorId: string, slot: number): string {
  return `${indicatorId}/${slot}`;
}
