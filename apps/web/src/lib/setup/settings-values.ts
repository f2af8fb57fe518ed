import type { Assessment } from '@gongping/contracts';

export const datedPhases = ['plan', 'scoring', 'survey', 'final', 'published'] as const;
export type DatedPhase = (typeof datedPhases)[number];

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
}

/** What the form shows of stored settings. */
export function valuesOf(settings: Assessment['settings']): SettingsValues {
  const number = (value: number | null) => (value === null ? '' : String(value));
  const dates = (phase: DatedPhase) => settings.phaseDates[phase] ?? { start: '', end: '' };
  return {
    title: settings.title,
    year: String(settings.year),
    indicatorSystemId: settings.indicatorSystemId,
    unitIds: [...settings.unitIds],
    phaseDates: {
      plan: dates('plan'),
      scoring: dates('scoring'),
      survey: dates('survey'),
      final: dates('final'),
      published: dates('published'),
    },
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
  };
}

/** 0.29 × 100 is 28.999… in binary: the nearest double of the decimal that was meant. */
export function percentOf(share: number): number {
  return Number(`${share}e2`);
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
    phaseDates: {
      plan: dates('plan'),
      scoring: dates('scoring'),
      survey: dates('survey'),
      final: dates('final'),
      published: dates('published'),
    },
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
  };
}
