import type { AssessmentSummary } from '@gongping/contracts';
import type { AssessmentFrame } from '../assessments/assessment-frame.ts';

/** The assessment as the head of a sheet shows it. */
export function toSummary({ assessment, units }: AssessmentFrame): AssessmentSummary {
  const { id, slug, year, title, phase, phaseDates, demonstration } = assessment;
  return { id, slug, year, title, phase, phaseDates, demonstration, unitCount: units.length };
}
