import { expect, it } from 'vitest';
import { areaOf, areaPath, assessmentSlugOf, switchPath } from './paths.ts';

it('puts every task but Today below its assessment', () => {
  expect(areaPath('today', '2020')).toBe('/work');
  expect(areaPath('results', '2020')).toBe('/work/assessments/2020/results');
  expect(areaPath('results', null)).toBe('/work/assessments');
  expect(areaPath('paper', '2020')).toBe('/work/assessments/2020/appraisal/paper');
});

it('reads task and assessment back from a path', () => {
  expect(areaOf('/work')).toBe('today');
  expect(areaOf('/work/assessments/2020/scoring/units/u1')).toBe('scoring');
  expect(areaOf('/work/assessments/2020/appraisal/channels')).toBe('appraisal');
  expect(areaOf('/work/assessments/2020/appraisal/paper/sheets')).toBe('paper');
  expect(areaOf('/work/assessments/new')).toBe('settings');
  expect(areaOf('/work/people/new')).toBe('settings');
  expect(areaOf('/work/nowhere')).toBeNull();
  expect(assessmentSlugOf('/work/assessments/2020/scoring')).toBe('2020');
  expect(assessmentSlugOf('/work/assessments/new')).toBeNull();
  expect(assessmentSlugOf('/work')).toBeNull();
});

it('switches the assessment and keeps the task', () => {
  expect(switchPath('/work/assessments/2020/scoring/units/u1', '2021', 'results')).toBe(
    '/work/assessments/2021/scoring',
  );
  expect(switchPath('/work', '2021', 'results')).toBe('/work/assessments/2021/results');
  expect(switchPath('/work/account', '2021', 'today')).toBe('/work');
});
