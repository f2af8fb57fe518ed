import { expect, it } from 'vitest';
import { appraisalGrade } from './appraisal-grade.ts';

// 满意 from 80, 基本满意 from 60, 不满意 below, on the score as printed.
it.each([
  [80, 'satisfied'],
  [79.995, 'satisfied'],
  [79.9949, 'fairly-satisfied'],
  [60, 'fairly-satisfied'],
  [59.99, 'dissatisfied'],
  [0, 'dissatisfied'],
])('the grade of %d is that of the printed score: %s', (score, grade) => {
  expect(appraisalGrade(score)).toBe(grade);
});

it('there is no grade without a score', () => {
  expect(appraisalGrade(null)).toBeNull();
});
