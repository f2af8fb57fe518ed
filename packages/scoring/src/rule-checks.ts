import type { RuleProblem } from './problem.ts';

/** Whether the value is a finite number of 0 or more; adds the problem where it is not. */
export const checkNonNegative = (value: number, path: string, problems: RuleProblem[]): boolean => {
  if (!Number.isFinite(value)) {
    problems.push({ path, code: 'not-a-number', params: {} });
    return false;
  }
  if (value < 0) {
    problems.push({ path, code: 'negative', params: { value } });
    return false;
  }
  return true;
};

/** Whether the value is a whole number of 0 or more; adds the problem where it is not. */
export const checkCount = (value: number, path: string, problems: RuleProblem[]): boolean => {
  if (!checkNonNegative(value, path, problems)) return false;
  if (Number.isInteger(value)) return true;
  problems.push({ path, code: 'not-whole', params: { value } });
  return false;
};
