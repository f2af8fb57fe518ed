import type { Assessment } from '@gongping/contracts';
import { formatMarks } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import { datedPhaseWord } from '#lib/today/phase-word.ts';
import { calendarOrder } from '#lib/today/timeline.ts';
import { percentOf } from './percent.ts';
import { procedureLines } from './procedure-lines.ts';

type Settings = Assessment['settings'];

export interface SettingsDifference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Settings as lines of text by field, for comparing them and for the audit log. */
function lines(settings: Settings): Map<string, string> {
  const capOf = (value: number | null) => (value === null ? m.settings_diff_none() : formatMarks(value));
  const dates = calendarOrder.map((phase): [string, string] => {
    const span = settings.phaseDates[phase];
    const text = span ? m.today_phase_dates({ start: span.start, end: span.end }) : m.settings_diff_none();
    return [datedPhaseWord(phase), text];
  });
  return new Map([
    [m.settings_name(), settings.title],
    [m.settings_year(), String(settings.year)],
    [m.settings_system(), settings.indicatorSystemId],
    [m.settings_group_units(), m.settings_diff_count({ count: settings.unitIds.length })],
    ...procedureLines(settings.procedure),
    ...dates,
    [m.settings_social_weight(), `${formatMarks(percentOf(settings.socialWeight))}%`],
    [m.settings_minimum_sample(), String(settings.minimumSample)],
    [m.settings_report_year(), String(settings.reportYear ?? settings.year - 1)],
    [m.settings_licence(), settings.licence?.name ?? m.settings_diff_none()],
    [m.settings_bonus_cap(), capOf(settings.bonusCap)],
    [m.settings_total_cap(), capOf(settings.totalCap)],
    [
      m.settings_group_indicators(),
      [...settings.excludedIndicators].sort().join(' ') || m.settings_diff_none(),
    ],
    [
      m.settings_group_bands(),
      settings.bands.map(({ name, minimum }) => `${name.zh} ${formatMarks(minimum)}`).join(' · '),
    ],
    [m.settings_veto_band(), settings.vetoBand ?? m.settings_veto_none()],
  ]);
}

/** Where two versions of the settings differ, in the order of the form. */
export function settingsDifferences(mine: Settings, theirs: Settings): SettingsDifference[] {
  const other = lines(theirs);
  return [...lines(mine)].flatMap(([field, text]) => {
    const saved = other.get(field) ?? '';
    const units = field === m.settings_group_units();
    const sameUnits = new Set([...mine.unitIds, ...theirs.unitIds]).size === mine.unitIds.length;
    return text === saved && (!units || sameUnits) ? [] : [{ field, mine: text, theirs: saved }];
  });
}
