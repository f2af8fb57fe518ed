import type { Assessment } from '@gongping/contracts';
import { calendarOf, calendarOrder, type DatedPhase } from '#lib/today/timeline.ts';
import { percentOf } from './percent.ts';
import { procedureValuesOf, readProcedure, switchesOf, type ProcedureValues } from './procedure-values.ts';

export interface BandValues {
  code: string;
  nameZh: string;
  nameEn: string;
  minimum: string;
}

/** The form of an assessment's settings as it was typed: text, so that nothing is lost when it is refused. */
export interface SettingsValues {
  title: string;
  year: string;
  indicatorSystemId: string;
  unitIds: string[];
  phaseDates: Record<DatedPhase, { start: string; end: string }>;
  /** Per cent. */
  socialWeight: string;
  bands: BandValues[];
  excludedIndicators: string[];
  bonusCap: string;
  totalCap: string;
  vetoBand: string;
  minimumSample: string;
  reportYear: string;
  /** Name of the licence; empty where it is not chosen. */
  licence: string;
  procedure: ProcedureValues;
}

/** The lines of the calendar that what was typed has. */
export function datedPhasesOf(procedure: ProcedureValues): DatedPhase[] {
  return calendarOf(switchesOf(procedure));
}

const datesFor = (dates: (phase: DatedPhase) => { start: string; end: string }) =>
  Object.fromEntries(calendarOrder.map((phase) => [phase, dates(phase)])) as SettingsValues['phaseDates'];

/** What the form shows of stored settings. */
export function valuesOf(settings: Assessment['settings']): SettingsValues {
  const number = (value: number | null) => (value === null ? '' : String(value));
  const dates = (phase: DatedPhase) => settings.phaseDates[phase] ?? { start: '', end: '' };
  return {
    title: settings.title,
    year: String(settings.year),
    indicatorSystemId: settings.indicatorSystemId,
    unitIds: [...settings.unitIds],
    phaseDates: datesFor(dates),
    socialWeight: number(percentOf(settings.socialWeight)),
    bands: settings.bands.map(({ code, name, minimum }) => ({
      code,
      nameZh: name.zh,
      nameEn: name.en,
      minimum: String(minimum),
    })),
    excludedIndicators: [...settings.excludedIndicators],
    bonusCap: number(settings.bonusCap),
    totalCap: number(settings.totalCap),
    vetoBand: settings.vetoBand ?? '',
    minimumSample: String(settings.minimumSample),
    reportYear: String(settings.reportYear ?? settings.year - 1),
    licence: settings.licence?.name ?? '',
    procedure: procedureValuesOf(settings.procedure),
  };
}

/**
 * Reads the form. Switched-off indicators are those offered (`optional`) and not ticked (`use`), so that a browser
 * without scripts sends the same.
 */
export function readSettingsForm(form: FormData): SettingsValues {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const list = (name: string) => form.getAll(name).map(String);
  const used = new Set(list('use'));
  const dates = (phase: DatedPhase) => ({ start: text(`${phase}.start`), end: text(`${phase}.end`) });
  const codes = list('band.code');
  const names = list('band.nameZh');
  const namesEn = list('band.nameEn');
  const minima = list('band.minimum');
  return {
    title: text('title'),
    year: text('year'),
    indicatorSystemId: text('indicatorSystemId'),
    unitIds: list('unit'),
    phaseDates: datesFor(dates),
    socialWeight: text('socialWeight'),
    bands: names.map((name, index) => ({
      code: codes[index] ?? '',
      nameZh: name.trim(),
      nameEn: namesEn[index]?.trim() ?? '',
      minimum: minima[index]?.trim() ?? '',
    })),
    excludedIndicators: list('optional').filter((code) => !used.has(code)),
    bonusCap: text('bonusCap'),
    totalCap: text('totalCap'),
    vetoBand: text('vetoBand'),
    minimumSample: text('minimumSample'),
    reportYear: text('reportYear'),
    licence: text('licence'),
    procedure: readProcedure(form),
  };
}
