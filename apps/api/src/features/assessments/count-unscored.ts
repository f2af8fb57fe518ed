import type { Database } from '@gongping/db';
import { listUnscored } from '@gongping/scoring';
import type { AssessmentFrame } from './assessment-frame.ts';
import { engineIndicators, engineUnits } from './engine-input.ts';
import { listOpenCases, listScoreStates } from './progress.repository.ts';

/**
 * How many leaves of the 100 have neither a score nor N/A, over all units: the engine's own count. Of a round that is
 * scored twice, those that both raters have not handed in; what they differ on waits for the arbitration, not for them.
 */
export async function countUnscored(db: Database, frame: AssessmentFrame): Promise<number> {
  const unitCode = new Map(frame.units.map(({ id, code }) => [id, code]));
  const leafCode = new Map(frame.indicators.map(({ id, code }) => [id, code]));
  const rows = await listScoreStates(db, frame.assessment.id);
  const scores = rows.flatMap(({ unitId, indicatorId, state, marks }) => {
    const [unit, indicator] = [unitCode.get(unitId), leafCode.get(indicatorId)];
    if (unit === undefined || indicator === undefined || state === 'unscored') return [];
    return [{ unit, indicator, value: state === 'scored' ? Number(marks) : ('NA' as const) }];
  });
  const cases = await listOpenCases(db, frame.assessment.id);
  const waiting = cases.flatMap(({ unitId, indicatorId }) => {
    const [unit, indicator] = [unitCode.get(unitId), leafCode.get(indicatorId)];
    return unit === undefined || indicator === undefined ? [] : [{ unit, indicator, value: 'NA' as const }];
  });
  return listUnscored({
    units: engineUnits(frame.units),
    indicators: engineIndicators(frame.indicators),
    scores: [...scores, ...waiting],
  }).length;
}
