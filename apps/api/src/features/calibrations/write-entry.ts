import { isOpen, type Language, type Score, type ScoreWrite } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { checkWrite } from '../score-sheets/check-write.ts';
import { isSame } from '../score-sheets/judge-write.ts';
import { holdPhase } from '../score-sheets/ratings.service.ts';
import { scoreFacts } from '../score-sheets/score-history.ts';
import { findReference, openCalibration, type OpenCalibration } from './calibration.access.ts';
import * as repository from './calibration.repository.ts';
import { findEntry, insertEntry, updateEntry } from './entry.repository.ts';
import { readEntry } from './read-calibration-sheet.ts';

export interface EntryArgs {
  readonly slug: string;
  /** Codes of the unit and the leaf. */
  readonly unit: string;
  readonly indicator: string;
  readonly write: ScoreWrite;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Writes what an evaluator gives a leaf of a reference unit, by the same rules as a score. It is no score and no rating.
 * @throws ProblemError `not-found`, `wrong-phase`, `invalid-input`, `calibration-submitted`, `calibration-closed`,
 *   `stale` with the newer entry
 */
export async function writeEntry(deps: Dependencies, actor: Actor, args: EntryArgs): Promise<Score> {
  const { db, clock } = deps;
  const { language, write } = args;
  const found = await openCalibration(db, actor, args.slug);
  const { cells } = findReference(found, args.unit);
  const cell = cells.find(({ leaf }) => leaf.row.code === args.indicator);
  if (!cell) throw new ProblemError('not-found');
  const of = { assessmentId: found.sheets.assessment.id, raterId: actor.id };
  const key = { ...of, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  const asked = checkWrite(cell, write, { language });
  await db.transaction(async (tx) => {
    await holdEntries(tx, found, { language, lock: 'share' });
    const before = await findEntry(tx, key);
    if (before && isSame(before, asked)) return;
    const seen = write.expectedRevision;
    const stale = async () => {
      const current = await readEntry(tx, cell, of);
      return new ProblemError('stale', { values: { name: current.updatedBy ?? '' }, current });
    };
    if ((before?.revision ?? 0) !== seen) throw await stale();
    const row = { ...key, ...asked, revision: seen + 1, updatedAt: clock() };
    const written = before ? await updateEntry(tx, row, seen) : await insertEntry(tx, row);
    if (!written) throw await stale();
    await appendAudit(tx, {
      scope: of.assessmentId,
      at: row.updatedAt,
      actor,
      action: 'calibration.write',
      subject: `calibration ${cell.unit.code}/${cell.leaf.row.code}`,
      before: before && scoreFacts(before),
      after: scoreFacts(row),
      reason: row.reason,
      requestId: args.requestId,
    });
  });
  return readEntry(db, cell, of);
}

/**
 * Keeps the calibration open for the person until the transaction ends.
 * @throws ProblemError `wrong-phase`, `not-found`, `calibration-closed`, `calibration-submitted`
 */
export async function holdEntries(
  tx: Database,
  { sheets }: OpenCalibration,
  { language, lock }: { language: Language; lock: 'share' | 'update' },
): Promise<void> {
  const { actor, assessment } = sheets;
  const phase = (await holdPhase(tx, assessment.id)) ?? assessment.phase;
  if (!isOpen('calibration.write', phase)) throw wrongPhase(phase, 'calibrationClosed', language);
  const row = await repository.holdCalibration(tx, assessment.id, lock);
  if (!row) throw new ProblemError('not-found');
  if (row.closedAt !== null) throw new ProblemError('calibration-closed');
  const submissions = await repository.listSubmissions(tx, assessment.id);
  if (submissions.some(({ raterId }) => raterId === actor.id))
    throw new ProblemError('calibration-submitted');
}
