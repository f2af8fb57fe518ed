import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { holdCell } from '../score-sheets/hold-scoring.ts';
import { requireScoring } from '../score-sheets/scoring-phase.ts';
import { findCellOfRow, openSheets } from '../score-sheets/sheets.access.ts';
import * as repository from './sample.repository.ts';
import { isOwnSample } from './sample-sight.ts';

/**
 * A sample that the person wants to change.
 * @throws ProblemError `not-found` where it is not there or not the person's, `wrong-phase`
 */
export async function ownSample(
  db: Database,
  actor: Actor,
  wanted: { slug: string; id: string; language: Language },
) {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { assessment } = sheets;
  const row = await repository.findSample(db, assessment.id, wanted.id);
  if (!row) throw new ProblemError('not-found');
  const cell = findCellOfRow(sheets, row);
  if (!isOwnSample(sheets, actor, { cell, row })) throw new ProblemError('not-found');
  requireScoring(assessment.phase, wanted.language);
  const indicator = cell.leaf.row.code;
  return {
    assessmentId: assessment.id,
    row,
    indicator,
    subject: `sample ${cell.unit.code}/${indicator}`,
    /** Keeps it open until the transaction ends. @throws ProblemError `wrong-phase`, `rating-submitted` */
    hold: (tx: Database) => holdCell(tx, { sheets, cell }, wanted.language),
  };
}
