import type { Language, Score, ScoreWrite } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { noteProposals, withProposal } from '../report-proposals/note-proposal.ts';
import { checkWrite } from './check-write.ts';
import { holdCell } from './hold-scoring.ts';
import { isSame } from './judge-write.ts';
import { readScore } from './read-scores.ts';
import { placeOf } from './score-place.ts';
import { requireScoring } from './scoring-phase.ts';
import { findOwnCell, openSheets, type Cell, type Sheets } from './sheets.access.ts';

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
 * Writes the score of a cell, or what one of two blind raters gives it, and its audit entry. A write that asks for what
 * is there already changes nothing and is no conflict, whichever revision it saw: a browser may send one again whose
 * answer was lost.
 *
 * @throws ProblemError `not-found` where the cell is not the person's, `wrong-phase`, `invalid-input`,
 *   `rating-submitted`, `stale` with the newer score
 */
export async function writeScore(deps: Dependencies, actor: Actor, args: ScoreWriteArgs): Promise<Score> {
  const { db, clock } = deps;
  const sheets = await openSheets(db, actor, args.slug);
  const cell = findOwnCell(sheets, args);
  const { assessment, sight } = sheets;
  requireScoring(assessment.phase, args.language);
  const asked = checkWrite(cell, args.write, { language: args.language });
  const place = placeOf(cell, assessment.id, sight.slotOf(cell.unit.id, cell.leaf));
  await db.transaction(async (tx) => {
    await holdCell(tx, { sheets, cell }, args.language);
    const before = await place.find(tx);
    if (before && isSame(before, asked)) return;
    const seen = args.write.expectedRevision;
    if ((before?.revision ?? 0) !== seen) throw await staleScore(tx, sheets, cell);
    const now = clock();
    const after = { ...asked, revision: seen + 1, updatedBy: actor.id, updatedAt: now };
    if (!(await place.write(tx, after, before))) {
      const newer = await place.find(tx);
      if (newer && isSame(newer, asked)) return;
      throw await staleScore(tx, sheets, cell);
    }
    const fact = place.fact({ before: before ?? null, after, actor, requestId: args.requestId });
    const slot = sight.slotOf(cell.unit.id, cell.leaf);
    const [proposal = null] = await noteProposals(tx, { sheets, actor, now }, [{ cell, slot, asked }]);
    await appendAudit(tx, withProposal(fact, proposal));
  });
  return readScore(db, sheets, cell);
}

async function staleScore(tx: Database, sheets: Sheets, cell: Cell): Promise<ProblemError> {
  const current = await readScore(tx, sheets, cell);
  return new ProblemError('stale', { values: { name: current.updatedBy ?? '' }, current });
}
