import type { Language, Score, ScoreWrite } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { describeProblem, evaluateRule } from '@gongping/scoring';
import type { Actor } from '../../http/actor.ts';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { marksDecimal } from './decimal.ts';
import { holdScoring } from './hold-scoring.ts';
import { readScore } from './read-scores.ts';
import { scoreFacts, scoreSubject } from './score-history.ts';
import * as repository from './score.repository.ts';
import { requireScoring } from './scoring-phase.ts';
import { findOwnCell, openSheets, type Cell } from './sheets.access.ts';
import { invalidInput } from './invalid-input.ts';

export interface ScoreWriteArgs {
  readonly slug: string;
  /** Codes of the unit and the leaf. */
  readonly unit: string;
  readonly indicator: string;
  readonly write: ScoreWrite;
  readonly language: Language;
  readonly requestId: string;
}

/** What is asked of the cell once it has been checked; marks are the engine's. */
type Asked = Pick<repository.NewScoreRow, 'state' | 'input' | 'marks' | 'reason'>;

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
    const row = { ...key, ...asked, revision: seen + 1, updatedBy: actor.id, updatedAt: now };
    const written = before
      ? await repository.updateScore(tx, row, seen)
      : await repository.insertScore(tx, row);
    if (!written) {
      const newer = await repository.findScore(tx, key);
      if (newer && isSame(newer, asked)) return;
      throw await staleScore(tx, assessment.id, cell);
    }
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'score.write',
      subject: scoreSubject(cell.unit.code, cell.leaf.row.code),
      before: before ? scoreFacts(before) : null,
      after: scoreFacts(row),
      reason: asked.reason,
      requestId: args.requestId,
    });
  });
  return readScore(db, assessment.id, cell);
}

function checkWrite(cell: Cell, write: ScoreWrite, language: Language): Asked {
  const { state, input, reason } = write;
  if (state === 'not_applicable' && reason === '')
    throw invalidInput('reason', 'reason-for-not-applicable', language);
  if (state !== 'scored') return { state, input: null, marks: null, reason };
  if (input === null) throw invalidInput('input', 'input-missing', language);
  const outcome = evaluateRule(cell.leaf.rule, input, Number(cell.fullMarks));
  if (!outcome.ok) {
    const errors = outcome.problems.map((problem) => ({
      path: problem.path === '' ? 'input' : `input.${problem.path}`,
      message: describeProblem(problem, language),
    }));
    throw new ProblemError('invalid-input', { errors, values: { count: errors.length } });
  }
  return { state, input, marks: marksDecimal(outcome.marks), reason };
}

/** Marks follow from the input. */
function isSame(row: Asked, asked: Asked): boolean {
  const meaning = ({ state, input, reason }: Asked) => canonicalJson({ state, input, reason });
  return meaning(row) === meaning(asked);
}

async function staleScore(tx: Database, assessmentId: string, cell: Cell): Promise<ProblemError> {
  const current = await readScore(tx, assessmentId, cell);
  return new ProblemError('stale', { values: { name: current.updatedBy ?? '' }, current });
}
