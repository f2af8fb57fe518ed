import type { AssessmentSettings } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { checkValues } from './check-values.ts';
import { readSettingsForm, valuesOf, type SettingsValues } from './settings-values.ts';

const settings: AssessmentSettings = {
  title: '2020',
  year: 2020,
  indicatorSystemId: 's',
  unitIds: ['u1', 'u2'],
  phaseDates: { plan: { start: '2020-09-01', end: '2020-09-30' } },
  socialWeight: 0.29,
  bands: [
    { code: 'good', name: { zh: 'G', en: 'Good' }, minimum: 60 },
    { code: 'fail', name: { zh: 'F', en: 'Fail' }, minimum: 0 },
  ],
  excludedIndicators: ['V'],
  bonusCap: 5,
  totalCap: null,
  vetoBand: null,
  minimumSample: 100,
};

const typed = (change: Partial<SettingsValues>) => checkValues({ ...valuesOf(settings), ...change });

describe('settings typed into the form', () => {
  it('come back as they were, weights without the noise of binary', () => {
    expect(valuesOf(settings).socialWeight).toBe('29');
    expect(typed({}).settings).toEqual(settings);
  });

  it('may use full-width digits', () => {
    expect(typed({ socialWeight: '\uff12\uff10' }).settings?.socialWeight).toBe(0.2);
  });

  it('get a sentence at every field that cannot be read', () => {
    const { faults } = typed({
      title: '',
      year: '20',
      unitIds: [],
      socialWeight: '120',
      minimumSample: '1.5',
      bonusCap: 'five',
      phaseDates: { ...valuesOf(settings).phaseDates, final: { start: '', end: '2020-12-01' } },
    });
    expect(Object.keys(faults ?? {}).sort()).toEqual([
      'bonusCap',
      'minimumSample',
      'phaseDates.final.start',
      'socialWeight',
      'title',
      'unitIds',
      'year',
    ]);
  });

  it('leave out empty bands and give new ones a code of their own', () => {
    const row = { code: '', nameZh: 'N', nameEn: '', minimum: '0' };
    const bands = [...valuesOf(settings).bands.slice(0, 1), row, { ...row, nameZh: '', minimum: '' }];
    expect(typed({ bands }).settings?.bands).toEqual([
      settings.bands[0],
      { code: 'band-2', name: { zh: 'N', en: 'N' }, minimum: 0 },
    ]);
  });
});

it('switches off what was offered and not ticked', () => {
  const form = new FormData();
  for (const code of ['D', 'X-1', 'V-1']) form.append('optional', code);
  form.append('use', 'X-1');
  expect(readSettingsForm(form).excludedIndicators).toEqual(['D', 'V-1']);
});
