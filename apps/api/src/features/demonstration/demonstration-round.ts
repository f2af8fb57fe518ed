import { statutoryTerms } from '@gongping/db';
import type { AssessmentSettings } from '@gongping/contracts';
import { assessmentMethod, indicatorSystem2020, questionnaire2020 } from '@gongping/templates';
import { newId } from '../../http/new-id.ts';
import { storedSettings } from '../assessments/assessment-settings.ts';
import type { AssessmentRow, AssignmentRow, UserRow } from './demonstration.repository.ts';
import type { DemonstrationCalendar } from './demonstration-calendar.ts';

/** An assessment of the demonstration, set up as the template proposes. */
export function demonstrationAssessment(
  calendar: DemonstrationCalendar,
  about: { year: number; phase: AssessmentRow['phase']; indicatorSystemId: string; unitIds: string[] },
): AssessmentRow {
  const { year, phase, indicatorSystemId, unitIds } = about;
  const { componentWeights, bands, bonusCap, totalCap, vetoBand } = assessmentMethod;
  const settings: AssessmentSettings = {
    title: `${year}年度政务公开评估`,
    year,
    indicatorSystemId,
    unitIds,
    phaseDates: calendar.phaseDates,
    socialWeight: componentWeights.socialAppraisal,
    bands: bands.map((band) => ({ ...band, name: { ...band.name } })),
    excludedIndicators: indicatorSystem2020.indicators
      .filter(({ enabledByDefault }) => !enabledByDefault)
      .map(({ code }) => code),
    bonusCap,
    totalCap,
    vetoBand,
    minimumSample: questionnaire2020.method.minimumSample,
  };
  const createdAt = new Date(`${calendar.phaseDates.plan.start}T09:00:00+08:00`);
  return {
    id: newId(createdAt),
    slug: String(year),
    phase,
    published: false,
    requestTerms: statutoryTerms,
    ...storedSettings(settings),
    demonstration: true,
    revision: 1,
    createdAt,
  };
}

/** Whole units to evaluators in turn; nobody scores the unit they belong to. */
export function demonstrationAssignments(
  assessmentId: string,
  {
    unitIds,
    families,
    evaluators,
  }: { unitIds: string[]; families: string[]; evaluators: readonly UserRow[] },
): AssignmentRow[] {
  return unitIds.flatMap((unitId, position) => {
    const free = evaluators.filter(({ homeUnitId }) => homeUnitId !== unitId);
    const evaluator = free[position % free.length];
    if (!evaluator) return [];
    return families.map((family) => ({ assessmentId, unitId, family, slot: 1, evaluatorId: evaluator.id }));
  });
}
