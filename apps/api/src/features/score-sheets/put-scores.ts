import type { AuditAction } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import { isSame, type Asked } from './judge-write.ts';
import { scoreWritten } from './score-history.ts';
import * as repository from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

/** A score that nobody enters as an evaluator: it follows from two ratings, or from a ruling. */
export interface SettledScore {
  readonly cell: Cell;
  readonly asked: Asked;
  readonly origin: repository.NewScoreRow['origin'];
}

/** What a cell has before anything was entered, and once what it followed from is given back. */
export const emptyScore: Asked = { state: 'unscored', input: null, marks: null, reason: '' };

/**
 * Writes scores of one unit over what is there, with their entries in the log, in three statements however many there
 * are. What is there already is not written again. Call it in a transaction that holds the round or the unit's ratings,
 * so that nobody else writes meanwhile.
 *
 * @param by.action what the log calls it: `score.agree`
 */
export async function putScores(
  tx: Database,
  settled: readonly SettledScore[],
  by: { assessmentId: string; actor: Actor; now: Date; action: AuditAction; requestId: string },
): Promise<void> {
  const { assessmentId, actor, now, action, requestId } = by;
  const unitIds = [...new Set(settled.map(({ cell }) => cell.unit.id))];
  const present = await repository.listScores(tx, assessmentId, { unitIds });
  const byCell = new Map(present.map((row) => [`${row.unitId}/${row.indicatorId}`, row]));
  const written = settled.flatMap(({ cell, asked, origin }) => {
    const key = { assessmentId, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
    const before = byCell.get(`${key.unitId}/${key.indicatorId}`);
    if (isSame(before ?? emptyScore, asked) && sameMarks(before, asked)) return [];
    const saved = { revision: (before?.revision ?? 0) + 1, updatedBy: actor.id, updatedAt: now };
    const after = { ...key, ...asked, origin, ...saved };
    const entry = scoreWritten(cell, {
      scope: assessmentId,
      before: before ?? null,
      after,
      actor,
      requestId,
    });
    return [{ after, entry: { ...entry, action } }];
  });
  if (written.length === 0) return;
  const rows = written.map(({ after }) => after);
  if ((await repository.writeScores(tx, rows)) !== rows.length) {
    throw new Error('A score was written while its round was held.');
  }
  await appendAuditEntries(
    tx,
    assessmentId,
    written.map(({ entry }) => entry),
  );
}

/** Two means of different entries have no entry: only their marks tell them apart. */
function sameMarks(before: repository.ScoreRow | undefined, { marks }: Asked): boolean {
  const there = before?.marks ?? null;
  return there === null || marks === null ? there === marks : Number(there) === Number(marks);
}
