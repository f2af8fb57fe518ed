import type { PublicSurvey, surveyStatus, SurveyView } from '@gongping/contracts';
import type { z } from 'zod';
import { readQuestionnaire } from './read-questionnaire.ts';
import type { SurveyRow, SurveyUnitRow, SurveyWithRound } from './survey.repository.ts';

/** English names of the bodies that issue notices; another one is shown by its own name. */
const issuersInEnglish: Readonly<Record<string, string>> = {
  株洲市人民政府办公室: "General Office of the People's Government of Zhuzhou",
};

export function statusOf(
  { opensAt, closesAt }: Pick<SurveyRow, 'opensAt' | 'closesAt'>,
  now: Date,
): z.infer<typeof surveyStatus> {
  if (now < opensAt) return 'upcoming';
  return now <= closesAt ? 'open' : 'closed';
}

/** Day on which results come out: the first of the phase of publication. */
export function resultsDay(phaseDates: SurveyWithRound['phaseDates']): string | null {
  return phaseDates['published']?.start ?? null;
}

export function toPublicSurvey(
  found: SurveyWithRound,
  units: readonly SurveyUnitRow[],
  now: Date,
): PublicSurvey {
  return { ...toShownSurvey(found, units), status: statusOf(found.survey, now) };
}

/** Everything of it that does not change as time goes by. */
export function toShownSurvey(
  { survey, demonstration, phaseDates, issuer }: SurveyWithRound,
  units: readonly SurveyUnitRow[],
): Omit<PublicSurvey, 'status'> {
  const organiser = issuer ?? '';
  return {
    slug: survey.slug,
    title: survey.title,
    organiser: { zh: organiser, en: issuersInEnglish[organiser] ?? organiser },
    opensAt: survey.opensAt.toISOString(),
    closesAt: survey.closesAt.toISOString(),
    resultsOn: resultsDay(phaseDates),
    demonstration,
    questionnaire: readQuestionnaire(survey.questionnaire),
    units: units.map(toSurveyUnit),
  };
}

export function toSurveyUnit(row: SurveyUnitRow) {
  return { code: row.code, name: { zh: row.nameZh, en: row.nameEn }, kind: row.kind };
}

interface Counts {
  readonly units: readonly SurveyUnitRow[];
  readonly byUnit: readonly { unitId: string; responses: number }[];
  readonly byDay: readonly { day: string; responses: number }[];
}

export function toSurveyView(survey: SurveyRow, counts: Counts, now: Date): SurveyView {
  const responses = new Map(counts.byUnit.map((row) => [row.unitId, row.responses]));
  const path = `/s/${survey.slug}`;
  return {
    slug: survey.slug,
    title: survey.title,
    status: statusOf(survey, now),
    opensAt: survey.opensAt.toISOString(),
    closesAt: survey.closesAt.toISOString(),
    revision: survey.revision,
    questionnaire: readQuestionnaire(survey.questionnaire),
    path,
    units: counts.units.map((unit) => ({
      ...toSurveyUnit(unit),
      id: unit.id,
      path: `${path}/${encodeURIComponent(unit.code)}`,
      responses: responses.get(unit.id) ?? 0,
    })),
    responses: counts.byUnit.reduce((sum, row) => sum + row.responses, 0),
    byDay: counts.byDay.map(({ day, responses: number }) => ({ day, responses: number })),
  };
}
