/** Pages of the demonstration: 2020 is published, 2021 is being scored and answered. */
export const published = '/p/2020/latest';
export const past = '/work/assessments/2020';
export const present = '/work/assessments/2021';

export const account = ['/work', '/work/assessments', '/work/account', '/work/inbox'];
export const scoring = [
  `${present}/scoring`,
  `${present}/scoring/units/C01`,
  `${present}/scoring/indicators/A1-1`,
];
export const results = [
  `${present}/results`,
  `${past}/results`,
  `${past}/results?kind=department&spread=50`,
  `${past}/results/units/C04`,
  `${past}/results/units/D05`,
];
export const reading = [`${present}/appraisal`, `${past}/report`];
