import type { AssessmentSettings, Questionnaire } from '@gongping/contracts';
import { defaultLicence, procedureOff } from '@gongping/db';
import { resolveMethod } from '@gongping/scoring';
import { templateQuestionnaire } from '../surveys/survey.questionnaire.ts';
import { appraisalMethodFor } from './appraisal-method.ts';
import type { AssessmentRow } from './assessment.repository.ts';

/** Code of the appraisal among the method's components; its scores are in this file of the bundle. */
const social = { code: 'social', file: 'social.csv' } as const;

type StoredSettings = Pick<
  AssessmentRow,
  | 'title'
  | 'year'
  | 'reportYear'
  | 'indicatorSystemId'
  | 'phaseDates'
  | 'excludedIndicators'
  | 'method'
  | 'bandNames'
  | 'appraisalMethod'
  | 'procedure'
  | 'licence'
>;

/**
 * Settings, as they are checked, in the form that is stored: the engine's whole method among them.
 * @param present the procedure and the licence that stay where the settings name none, and the questionnaires of the survey, oldest
 *   first: the template's where there is no survey yet
 */
export function storedSettings(
  settings: AssessmentSettings,
  present: {
    readonly procedure?: StoredSettings['procedure'];
    readonly licence?: StoredSettings['licence'];
    readonly reportYear?: number | null;
    readonly questionnaires?: readonly Questionnaire[];
  } = {},
): StoredSettings {
  const {
    procedure = procedureOff,
    licence = defaultLicence,
    questionnaires = [templateQuestionnaire()],
  } = present;
  const { title, year, indicatorSystemId, phaseDates, excludedIndicators, bands } = settings;
  return {
    title,
    year,
    reportYear: settings.reportYear ?? present.reportYear ?? null,
    indicatorSystemId,
    phaseDates: Object.fromEntries(Object.entries(phaseDates).filter(([, dates]) => dates !== undefined)),
    excludedIndicators,
    method: resolveMethod({
      components: [{ ...social, weight: settings.socialWeight }],
      bonusCap: settings.bonusCap,
      totalCap: settings.totalCap,
      veto: settings.vetoBand === null ? null : { band: settings.vetoBand },
      bands: bands.map(({ code, name, minimum }) => ({ code, name: name.zh, minimum })),
      notApplicable: 'total',
      unscored: 'refuse',
    }),
    bandNames: Object.fromEntries(bands.map(({ code, name }) => [code, name])),
    appraisalMethod: appraisalMethodFor(settings, questionnaires),
    procedure: settings.procedure ?? procedure,
    licence: settings.licence ?? licence,
  };
}

/** The year whose annual reports a round judges: the one before its own unless it says otherwise. */
export function reportYearOf({ year, reportYear }: Pick<StoredSettings, 'year' | 'reportYear'>): number {
  return reportYear ?? year - 1;
}

/** The settings of a stored assessment. */
export function settingsOf(row: StoredSettings, unitIds: readonly string[]): AssessmentSettings {
  const { method, bandNames } = row;
  return {
    title: row.title,
    year: row.year,
    reportYear: reportYearOf(row),
    indicatorSystemId: row.indicatorSystemId,
    unitIds: [...unitIds],
    phaseDates: row.phaseDates,
    socialWeight: method.components.find(({ code }) => code === social.code)?.weight ?? 0,
    bands: bandsOf({ method, bandNames }),
    excludedIndicators: row.excludedIndicators,
    bonusCap: method.bonusCap,
    totalCap: method.totalCap,
    vetoBand: method.veto?.band ?? null,
    minimumSample: row.appraisalMethod.minimumSample,
    procedure: row.procedure,
    licence: row.licence,
  };
}

/** The bands of an assessment with their names in both languages. */
export function bandsOf({
  method,
  bandNames,
}: Pick<AssessmentRow, 'method' | 'bandNames'>): AssessmentSettings['bands'] {
  return method.bands.map(({ code, name, minimum }) => ({
    code,
    name: bandNames[code] ?? { zh: name, en: name },
    minimum,
  }));
}
