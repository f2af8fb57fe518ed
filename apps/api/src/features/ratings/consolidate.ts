import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { newId } from '../../http/new-id.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import { emptyScore, putScores, type SettledScore } from '../score-sheets/put-scores.ts';
import { listRatings, type RatingRow } from '../score-sheets/ratings.service.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import { insertCases } from './case.repository.ts';
import { settleRatings, type GivenRating } from './settle-ratings.ts';
import { tellReviewers } from './tell-reviewers.ts';

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
  const opened = differing.map(({ unit, leaf }) => ({
    id: newId(now),
    assessmentId,
    unitId: unit.id,
    indicatorId: leaf.row.id,
    openedAt: now,
    reason: '',
    ruledBy: null,
    ruledAt: null,
  }));
  await insertCases(tx, opened);
  const raters = new Set([...ratings.values()].map(({ updatedBy }) => updatedBy));
  const occasion = opened[0]?.id ?? '';
  await tellReviewers(tx, sheets, { cells: differing, raters, occasion, at: now });
  await appendAuditEntries(
    tx,
    assessmentId,
    differing.map((cell) => ({
      scope: assessmentId,
      at: now,
      actor,
      action: 'arbitration.open',
      subject: caseSubject(cell),
      after: [1, 2].map((slot) => facts(ratings.get(key(cell.leaf.row.id, slot)))),
      reason: '',
      requestId,
    })),
  );
}

/** How the log names a case: `arbitration C04/A1-2`. */
export function caseSubject({ unit, leaf }: Pick<Cell, 'unit' | 'leaf'>): string {
  return `arbitration ${unit.code}/${leaf.row.code}`;
}

function facts(row: RatingRow | undefined): Pick<GivenRating, 'state' | 'marks'> {
  return { state: row?.state ?? 'unscored', marks: row?.marks ?? null };
}

function key(indicatorId: string, slot: number): string {
  return `${indicatorId}/${slot}`;
}
