import type { Language, Score, ScoreWrite } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { checkWrite } from './check-write.ts';
import { holdScoring } from './hold-scoring.ts';
import { isSame } from './judge-write.ts';
import { readScore } from './read-scores.ts';
import { scoreWritten } from './score-history.ts';
import * as repository from './score.repository.ts';
import { requireScoring } from './scoring-phase.ts';
import { findOwnCell, openSheets, type Cell } from './sheets.access.ts';

export interface ScoreWriteArgs {
  readonly slug: string;
  /** Codes of the unit and the leaf. */
  readonly unit: string;
  readonly indicator: string;
  readonly write: ScoreWrite;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Writes the score of a cell and its audit entry. A write that asks for what is there already changes nothing and is
 * no conflict, whichever revision it saw: a browser may send one again whose answer was lost.
 *
 * @throws ProblemError `not-found` where the cell is not the person's, `wrong-phase`, `invalid-input`, `stale` with
 *   the newer score
 */
export async function writeScore(deps: Dependencies, actor: Actor, args: ScoreWriteArgs): Promise<Score> {
  const { db, clock } = deps;
  const sheets = await openSheets(db, actor, args.slug);
  const cell = findOwnCell(sheets, args);
  const { assessment } = sheets;
  requireScoring(assessment.phase, args.language);
  const asked = checkWrite(cell, args.write, args.language);
  const key = { assessmentId: assessment.id, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  await db.transaction(async (tx) => {
    await holdScoring(tx, assessment.id, args.language);
    const before = await repository.findScore(tx, key);
    if (before && isSame(before, asked)) return;
    const seen = args.write.expectedRevision;
    if ((before?.revision ?? 0) !== seen) throw await staleScore(tx, assessment.id, cell);
    const now = clock();
    const saved = { revision: seen + 1, updatedBy: actor.id, updatedAt: now };
    const row = { ...key, ...asked, origin: 'evaluator' as const, ...saved };
    const written = before
      ? await repository.updateScore(tx, row, seen)
      : await repository.insertScore(tx, row);
    if (!written) {
      const newer = await repository.findScore(tx, key);
      if (newer && isSame(newer, asked)) return;
      throw await staleScore(tx, assessment.id, cell);
    }
    const requestId = args.requestId;
    await appendAudit(tx, scoreWritten(cell, { before: before ?? null, after: row, actor, requestId }));
  });
  return readScore(db, assessment.id, cell);
}

async function staleScore(tx: Database, assessmentId: string, cell: Cell): Promise<ProblemError> {
  const current = await readScore(tx, assessmentId, cell);
  return new ProblemError('stale', { values: { name: current.updatedBy ?? '' }, current });
}
