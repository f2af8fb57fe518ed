import type { AssessmentSettings } from '@gongping/contracts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { countingIndicators } from './counting-indicators.ts';
import type { SettingsSentence } from './settings-sentences.ts';

export interface SettingsFault {
  /** Path of the entry, for example `bands.2.minimum`. */
  readonly path: string;
  readonly sentence: SettingsSentence;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What settings are held against. */
export interface SettingsContext {
  /** Nodes of the chosen system; null where there is no frozen system of that id. */
  readonly indicators: readonly IndicatorRow[] | null;
  readonly units: ReadonlyMap<string, { readonly name: string; readonly retired: boolean }>;
}

/** Everything that is wrong with settings of the right shape, in the order of the form. */
export function settingsFaults(settings: AssessmentSettings, context: SettingsContext): SettingsFault[] {
  return [
    ...unitFaults(settings.unitIds, context.units),
    ...dateFaults(settings.phaseDates),
    ...bandFaults(settings.bands),
    ...procedureFaults(settings.procedure),
    ...indicatorFaults(settings, context.indicators),
  ];
}

function repeats(values: readonly string[], path: (index: number) => string): SettingsFault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: path(index), sentence: 'repeated' as const }] : [],
  );
}

function unitFaults(unitIds: readonly string[], units: SettingsContext['units']): SettingsFault[] {
  const faults = unitIds.flatMap((unitId, index): SettingsFault[] => {
    const path = `unitIds.${index}`;
    const unit = units.get(unitId);
    if (!unit) return [{ path, sentence: 'unitUnknown' }];
    return unit.retired ? [{ path, sentence: 'unitRetired', values: { unit: unit.name } }] : [];
  });
  return [...faults, ...repeats(unitIds, (index) => `unitIds.${index}`)];
}

function dateFaults(phaseDates: AssessmentSettings['phaseDates']): SettingsFault[] {
  return Object.entries(phaseDates).flatMap(([phase, dates]): SettingsFault[] =>
    dates.start > dates.end ? [{ path: `phaseDates.${phase}.end`, sentence: 'datesReversed' }] : [],
  );
}

function bandFaults(bands: AssessmentSettings['bands']): SettingsFault[] {
  const faults = bands.flatMap(({ minimum }, index): SettingsFault[] => {
    const previous = bands[index - 1]?.minimum;
    if (previous === undefined || minimum < previous) return [];
    return [{ path: `bands.${index}.minimum`, sentence: 'bandsNotDescending', values: { previous } }];
  });
  const last = bands.length - 1;
  if (bands[last]?.minimum !== 0) {
    faults.push({ path: `bands.${last}.minimum`, sentence: 'lastBandNotZero' });
  }
  const codes = bands.map(({ code }) => code);
  return [...faults, ...repeats(codes, (index) => `bands.${index}.code`)];
}

function procedureFaults(procedure: AssessmentSettings['procedure']): SettingsFault[] {
  const isFault = procedure?.appeal === true && !procedure.feedback;
  return isFault ? [{ path: 'procedure.appeal', sentence: 'appealNeedsFeedback' }] : [];
}

function indicatorFaults(
  { excludedIndicators, vetoBand, bands }: AssessmentSettings,
  indicators: SettingsContext['indicators'],
): SettingsFault[] {
  const faults: SettingsFault[] = [];
  if (vetoBand !== null && !bands.some(({ code }) => code === vetoBand)) {
    faults.push({ path: 'vetoBand', sentence: 'vetoBandUnknown' });
  }
  if (indicators === null) return [...faults, { path: 'indicatorSystemId', sentence: 'systemUnknown' }];
  const optional = new Set(indicators.filter(mayBeExcluded).map(({ code }) => code));
  for (const [index, code] of excludedIndicators.entries()) {
    if (optional.has(code)) continue;
    faults.push({ path: `excludedIndicators.${index}`, sentence: 'cannotExclude', values: { code } });
  }
  const leaves = countingIndicators(indicators, excludedIndicators).filter(({ rule }) => rule !== null);
  if (!leaves.some(({ role }) => role === 'score')) {
    faults.push({ path: 'excludedIndicators', sentence: 'nothingCounts' });
  }
  if (vetoBand === null && leaves.some(({ role }) => role === 'veto')) {
    faults.push({ path: 'vetoBand', sentence: 'vetoBandMissing' });
  }
  return [...faults, ...repeats(excludedIndicators, (index) => `excludedIndicators.${index}`)];
}

function mayBeExcluded({ parentCode, rule, role }: IndicatorRow): boolean {
  return parentCode === null || (rule !== null && role !== 'score');
}
