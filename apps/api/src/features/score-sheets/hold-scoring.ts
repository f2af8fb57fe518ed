import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { ProblemError } from '../../http/problem-error.ts';
import { holdPhase, listHandedIn, lockUnitRatings } from './cell.repository.ts';
import { requireScoring } from './scoring-phase.ts';
import type { Cell, Sheets } from './sheets.access.ts';

/**
 * Keeps the assessment in the phase of scoring until the transaction ends, so that nothing is written after the
 * scoring was closed.
 * @throws ProblemError `wrong-phase` where it is not (or no longer) being scored
 */
export async function holdScoring(tx: Database, assessmentId: string, language: Language): Promise<void> {
  requireScoring(await holdPhase(tx, assessmentId), language);
}

/**
 * As `holdScoring`, for somebody who writes a cell or its evidence: what one of two raters has handed in stays as it is
 * until it is given back, and who has to calibrate first writes nothing before.
 * @throws ProblemError `wrong-phase`, `calibration-first`, `rating-submitted`
 */
export async function holdCell(
  tx: Database,
  { sheets, cell }: { sheets: Sheets; cell: Pick<Cell, 'unit' | 'leaf'> },
  language: Language,
): Promise<void> {
  const { assessment, sight } = sheets;
  const { unit, leaf } = cell;
  await holdScoring(tx, assessment.id, language);
  if (sheets.held) throw new ProblemError('calibration-first');
  const slot = sight.slotOf(unit.id, leaf);
  if (slot === null) return;
  await lockUnitRatings(tx, assessment.id, unit.id);
  const family = sight.familyOf(unit.id, leaf);
  const handedIn = await listHandedIn(tx, assessment.id, unit.id);
  if (handedIn.some((one) => one.family === family && one.slot === slot)) {
    throw new ProblemError('rating-submitted');
  }
}
