import type { AssessmentSettings } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { checkValues } from './check-values.ts';
import { readSettingsForm, valuesOf, type SettingsValues } from './settings-values.ts';

const settings: AssessmentSettings = {
  title: '2020',
  year: 2020,
  reportYear: 2019,
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
  procedure: {
    selfAssessment: true,
    claimsShown: true,
    doubleScoring: false,
    arbitrationThreshold: 0.29,
    agreed: 'mean',
    feedback: true,
    appeal: true,
    appealWorkingDays: 5,
  },
};

const typed = (change: Partial<SettingsValues>) => checkValues({ ...valuesOf(settings), ...change });

describe('settings typed into the form', () => {
  it('come back as they were, weights without the noise of binary', () => {
    expect(valuesOf(settings).socialWeight).toBe('29');
    expect(typed({}).settings).toEqual(settings);
  });

  it('keep the days of the phases that the procedure has, and those alone', () => {
    const span = { start: '2020-11-01', end: '2020-11-05' };
    const phaseDates = { ...valuesOf(settings).phaseDates, appeal: span, arbitration: span };
    expect(typed({ phaseDates }).settings?.phaseDates).toEqual({ ...settings.phaseDates, appeal: span });
    const { procedure } = valuesOf(settings);
    const without = typed({ phaseDates, procedure: { ...procedure, appeal: false, doubleScoring: true } });
    expect(without.settings?.phaseDates).toEqual({ ...settings.phaseDates, arbitration: span });
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
      procedure: {
        ...valuesOf(settings).procedure,
        arbitrationThreshold: '101',
        appealWorkingDays: '61',
      },
      phaseDates: { ...valuesOf(settings).phaseDates, final: { start: '', end: '2020-12-01' } },
    });
    expect(Object.keys(faults ?? {}).sort()).toEqual([
      'bonusCap',
      'minimumSample',
      'phaseDates.final.start',
      'procedure.appealWorkingDays',
      'procedure.arbitrationThreshold',
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

it('reads a box that is not ticked as off', () => {
  const form = new FormData();
  form.append('procedure.feedback', 'on');
  form.append('procedure.agreed', 'first');
  expect(readSettingsForm(form).procedure).toMatchObject({
    selfAssessment: false,
    feedback: true,
    appeal: false,
    agreed: 'first',
  });
});

it('switches off what was offered and not ticked', () => {
  const form = new FormData();
  for (const code of ['D', 'X-1', 'V-1']) form.append('optional', code);
  form.append('use', 'X-1');
  expect(readSettingsForm(form).excludedIndicators).toEqual(['D', 'V-1']);
});
