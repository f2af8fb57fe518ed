import type { Database } from '@gongping/db';
import { listSystemIndicators, type IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import type { UnitRow } from '../units/unit.service.ts';
import { listAssessmentUnits, type AssessmentRow } from './assessment.repository.ts';
import { countingIndicators } from './counting-indicators.ts';

export { countingIndicators, familyCodes, fullMarksOf, leavesFor } from './counting-indicators.ts';
export { engineIndicators, engineUnits } from './engine-input.ts';
export type { AssessmentRow } from './assessment.repository.ts';

/** What is scored in a round. */
export interface AssessmentFrame {
  readonly assessment: AssessmentRow;
  /** By code. */
  readonly units: readonly UnitRow[];
  /** The nodes that count, parents before children, in printing order; leaves are those with a rule. */
  readonly indicators: readonly IndicatorRow[];
  /** The level-1 nodes among them. Those of role `bonus` or `veto` are scored, but stand outside the 100. */
  readonly families: readonly IndicatorRow[];
}

/** Reads a round's units and counting indicators in two queries, whatever its size. */
export async function assessmentFrame(db: Database, assessment: AssessmentRow): Promise<AssessmentFrame> {
  const units = await listAssessmentUnits(db, assessment.id);
  const all = await listSystemIndicators(db, assessment.indicatorSystemId);
  const indicators = countingIndicators(all, assessment.excludedIndicators);
  const families = indicators.filter(({ parentCode }) => parentCode === null);
  return { assessment, units, indicators, families };
}
