import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { isSame, type Asked } from './judge-write.ts';
import { scoreWritten } from './score-history.ts';
import * as repository from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

/** How a score came about that nobody enters as an evaluator. */
export interface Settled {
  readonly asked: Asked;
  readonly origin: repository.NewScoreRow['origin'];
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
}

/**
 * Puts a score in place of the one before, with its entry in the audit log. Call it in a transaction that holds the
 * round, so that nobody else writes meanwhile.
 * @returns false where the score stands as asked already
 */
export async function settleScore(
  tx: Database,
  assessmentId: string,
  { cell, asked, origin, actor, now, requestId }: Settled & { cell: Cell },
): Promise<boolean> {
  const key = { assessmentId, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  const before = await repository.findScore(tx, key);
  if (before && isSame(before, asked)) return false;
  const revision = (before?.revision ?? 0) + 1;
  const after = { ...key, ...asked, origin, revision, updatedBy: actor.id, updatedAt: now };
  if ((await repository.writeScores(tx, [after])) !== 1) {
    throw new Error(
      `The score ${cell.unit.code}/${cell.leaf.row.code} was written while its round was held.`,
    );
  }
  await appendAudit(
    tx,
    scoreWritten(cell, { scope: assessmentId, before: before ?? null, after, actor, requestId }),
  );
  return true;
}

/** Who wrote the score of a cell that stands, and how it came about; null where there is none. */
export async function authorOf(
  db: Database,
  assessmentId: string,
  { unit, leaf }: Cell,
): Promise<{ id: string; origin: repository.NewScoreRow['origin'] } | null> {
  const key = { assessmentId, unitId: unit.id, indicatorId: leaf.row.id };
  const row = await repository.findScore(db, key);
  return row ? { id: row.updatedBy, origin: row.origin } : null;
}
