export type {
  AppraisalFamily,
  AppraisalGrade,
  AppraisalMethod,
  AppraisalResponse,
} from './appraisal-method.ts';
export type {
  AppraisalGap,
  AppraisalResult,
  GroupExclusion,
  GroupResult,
  QuestionResult,
} from './appraisal-result.ts';
export { appraise } from './appraise.ts';
export { cronbachAlpha } from './cronbach-alpha.ts';
export type { CronbachOptions, ItemAnswers } from './cronbach-alpha.ts';
export { wilsonInterval } from './wilson-interval.ts';
export type { Interval } from './wilson-interval.ts';
