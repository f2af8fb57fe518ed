export { questionnaire2020 } from './appraisal/questionnaire.ts';
export { indicatorSystem2020 } from './indicators/indicator-system.ts';
export { assessmentMethod } from './method.ts';
export { notice2020 } from './notice/notice.ts';
export type * from './types.ts';
export { leadTasks2020 } from './units/lead-tasks.ts';
export { unitCategories, units2020 } from './units/units.ts';
