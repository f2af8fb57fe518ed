import type { Assessment, AssessmentSummary } from '@gongping/contracts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { toUnit, type UnitRow } from '../units/unit.service.ts';
import { reportYearOf, settingsOf } from './assessment-settings.ts';
import type { AssessmentRow } from './assessment.repository.ts';
import { effectiveMarksOf } from './effective-marks.ts';

export function toAssessmentSummary(row: AssessmentRow, unitCount: number): AssessmentSummary {
  return {
    id: row.id,
    slug: row.slug,
    year: row.year,
    reportYear: reportYearOf(row),
    title: row.title,
    phase: row.phase,
    published: row.published,
    procedure: row.procedure,
    phaseDates: row.phaseDates,
    demonstration: row.demonstration,
    unitCount,
  };
}

/** @param about.indicators every node of the system, those switched off too */
export function toAssessment(
  row: AssessmentRow,
  about: { units: readonly UnitRow[]; indicators: readonly IndicatorRow[] },
): Assessment {
  const unitIds = about.units.map(({ id }) => id);
  return {
    ...toAssessmentSummary(row, about.units.length),
    settings: settingsOf(row, unitIds),
    revision: row.revision,
    units: about.units.map(toUnit),
    effectiveMarks: effectiveMarksOf(about.indicators, row.excludedIndicators),
  };
}
