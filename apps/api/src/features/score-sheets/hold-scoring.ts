import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { holdPhase } from './cell.repository.ts';
import { requireScoring } from './scoring-phase.ts';

/**
 * Keeps the assessment in the phase of scoring until the transaction ends, so that nothing is written after the
 * scoring was closed.
 * @throws ProblemError `wrong-phase` where it is not (or no longer) being scored
 */
export async function holdScoring(tx: Database, assessmentId: string, language: Language): Promise<void> {
  requireScoring(await holdPhase(tx, assessmentId), language);
}
