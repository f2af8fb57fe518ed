import type { AssessmentSettings } from '@gongping/contracts';
import { parseNumber } from '#lib/format/number-input.ts';
import { m } from '#lib/paraglide/messages.js';
import { licenceOf } from './licences.ts';
import { shareOf } from './percent.ts';
import { datedPhasesOf, type BandValues, type SettingsValues } from './settings-values.ts';

export type Faults = Record<string, string>;

export type Checked =
  | { readonly settings: AssessmentSettings; readonly faults: null }
  | { readonly settings: null; readonly faults: Faults };

const anyNumber = { sentence: m.settings_error_number, fits: () => true };

/**
 * Settings from what was typed, or a sentence for each field that cannot be read, by the paths the API uses. What
 * only the API knows (units, bands in order, vetoes) it says itself.
 */
export function checkValues(values: SettingsValues): Checked {
  const faults: Faults = {};
  const number = (
    path: string,
    text: string,
    { sentence, fits }: { sentence: () => string; fits: (value: number) => boolean },
  ) => {
    const value = parseNumber(text);
    if (value !== null && value !== undefined && fits(value)) return value;
    faults[path] = sentence();
    return 0;
  };
  const cap = (path: string, text: string) => (text === '' ? null : number(path, text, anyNumber));

  if (values.title === '') faults['title'] = m.settings_error_title();
  if (values.unitIds.length === 0) faults['unitIds'] = m.settings_error_units();
  const year = number('year', values.year, {
    sentence: m.settings_error_year,
    fits: (value) => Number.isInteger(value) && value >= 2000 && value <= 2100,
  });
  const percent = number('socialWeight', values.socialWeight, {
    sentence: m.settings_error_percent,
    fits: (value) => value >= 0 && value <= 100,
  });
  const minimumSample = number('minimumSample', values.minimumSample, {
    sentence: m.settings_error_sample,
    fits: (value) => Number.isInteger(value) && value >= 1,
  });
  const reportYear = number('reportYear', values.reportYear, {
    sentence: m.settings_error_year,
    fits: (value) => Number.isInteger(value) && value >= 1999 && value <= 2100,
  });
  const threshold = number('procedure.arbitrationThreshold', values.procedure.arbitrationThreshold, {
    sentence: m.settings_error_percent,
    fits: (value) => value >= 0 && value <= 100,
  });
  const appealWorkingDays = number('procedure.appealWorkingDays', values.procedure.appealWorkingDays, {
    sentence: m.phases_error_working_days,
    fits: (value) => Number.isInteger(value) && value >= 1 && value <= 60,
  });
  const filled = values.bands.filter(({ nameZh, minimum }) => nameZh !== '' || minimum !== '');
  if (filled.length === 0) faults['bands'] = m.settings_error_bands();
  for (const [index, { nameZh }] of filled.entries()) {
    if (nameZh === '') faults[`bands.${index}.name.zh`] = m.settings_error_band_name();
  }
  const bands = filled.map((band, index) => ({
    code: band.code === '' ? freeCode(filled, index) : band.code,
    name: { zh: band.nameZh, en: band.nameEn === '' ? band.nameZh : band.nameEn },
    minimum: number(`bands.${index}.minimum`, band.minimum, anyNumber),
  }));
  const settings: AssessmentSettings = {
    title: values.title,
    year,
    indicatorSystemId: values.indicatorSystemId,
    unitIds: [...values.unitIds],
    phaseDates: datesOf(values, faults),
    socialWeight: shareOf(percent),
    bands,
    excludedIndicators: [...values.excludedIndicators],
    bonusCap: cap('bonusCap', values.bonusCap),
    totalCap: cap('totalCap', values.totalCap),
    vetoBand: values.vetoBand === '' ? null : values.vetoBand,
    minimumSample,
    reportYear,
    licence: licenceOf(values.licence),
    procedure: { ...values.procedure, arbitrationThreshold: shareOf(threshold), appealWorkingDays },
  };
  return Object.keys(faults).length > 0 ? { settings: null, faults } : { settings, faults: null };
}

/** The days of the phases that the round has; what was typed for others is left out. */
function datesOf(
  { phaseDates, procedure }: SettingsValues,
  faults: Faults,
): AssessmentSettings['phaseDates'] {
  return Object.fromEntries(
    datedPhasesOf(procedure).flatMap((phase) => {
      const { start, end } = phaseDates[phase];
      if (start === '' && end === '') return [];
      if (start === '' || end === '') {
        faults[`phaseDates.${phase}.${start === '' ? 'start' : 'end'}`] = m.settings_error_dates();
      }
      return [[phase, { start, end }]];
    }),
  );
}

function freeCode(bands: readonly BandValues[], index: number): string {
  const taken = new Set(bands.map(({ code }) => code));
  let number = index + 1;
  while (taken.has(`band-${number}`)) number += 1;
  return `band-${number}`;
}
