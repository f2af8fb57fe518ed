import type { Slot } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { AuditFact } from '../audit/audit.service.ts';
import type { Asked } from './judge-write.ts';
import * as ratings from './rating.repository.ts';
import { ratingWritten, scoreWritten } from './score-history.ts';
import * as scores from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

/** What is kept of a judgement, a score or a rating. */
export type Kept = Asked & {
  readonly revision: number;
  readonly updatedBy: string;
  readonly updatedAt: Date;
};

/** Where a person's judgement of a cell is kept: as its score, or as the rating of one of two blind raters. */
export interface ScorePlace {
  find(tx: Database): Promise<Kept | undefined>;
  /** @returns false where somebody else wrote in between */
  write(tx: Database, row: Kept, before: Kept | undefined): Promise<boolean>;
  /** The entry of the log. */
  fact(written: { before: Kept | null; after: Kept; actor: Actor; requestId: string }): AuditFact;
}

/** @param slot the person's place among two raters; null where the round is scored once */
export function placeOf(cell: Cell, assessmentId: string, slot: Slot | null): ScorePlace {
  const key = { assessmentId, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  if (slot === null) {
    const whole = (row: Kept) => ({ ...key, ...row, origin: 'evaluator' as const });
    return {
      find: (tx) => scores.findScore(tx, key),
      write: (tx, row, before) =>
        before ? scores.updateScore(tx, whole(row), before.revision) : scores.insertScore(tx, whole(row)),
      fact: (written) => scoreWritten(cell, { ...written, scope: assessmentId }),
    };
  }
  const whole = (row: Kept) => ({ ...key, ...row, slot });
  return {
    find: (tx) => ratings.findRating(tx, { ...key, slot }),
    write: (tx, row, before) =>
      before ? ratings.updateRating(tx, whole(row), before.revision) : ratings.insertRating(tx, whole(row)),
    fact: (written) => ratingWritten(cell, slot, { ...written, scope: assessmentId }),
  };
}
