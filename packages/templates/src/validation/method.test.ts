import { expect, test } from 'vitest';
import { indicatorSystem2020 } from '../indicators/indicator-system.ts';
import { assessmentMethod } from '../method.ts';
import type { AssessmentMethodTemplate } from '../types.ts';
import { validateAssessmentMethod } from './method.ts';

const problemsWith = (change: Partial<AssessmentMethodTemplate>) =>
  validateAssessmentMethod({ ...assessmentMethod, ...change }, indicatorSystem2020).map(({ code }) => code);

const withLowest = (minimum: number) =>
  assessmentMethod.bands.map((band) => (band.code === 'fail' ? { ...band, minimum } : band));

test('the shipped method has no problem', () => {
  expect(problemsWith({})).toEqual([]);
});

test.each<[string, Partial<AssessmentMethodTemplate>]>([
  ['weights of the components above 1', { componentWeights: { thirdParty: 0.8, socialAppraisal: 0.3 } }],
  ['bands that leave low scores without one', { bands: withLowest(1) }],
  ['bands from worst to best', { bands: assessmentMethod.bands.toReversed() }],
  ['a negative cap', { bonusCap: -1 }],
  ['a threshold above the full marks', { arbitrationThreshold: 1.2 }],
  ['no day for appeals', { appealWorkingDays: 0 }],
  ['an optional family that does not exist', { optionalFamilies: ['E'] }],
  ['a veto with an unknown band', { vetoBand: 'poor' }],
])('%s: one problem', (_, change) => {
  expect(problemsWith(change)).toEqual(['method.wrong']);
});
