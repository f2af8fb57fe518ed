import type { LocalText } from '@gongping/scoring';
import type { Problem, ProblemCode } from '../types.ts';

/** Sums of shares such as 1/3 + 1/3 + 1/3 are compared within this distance. */
const TOLERANCE = 1e-9;

export function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function problem(code: ProblemCode, where: string, message: string): Problem {
  return { code, where, message };
}

/** One problem for every code that occurs again. */
export function duplicates(codes: readonly string[]): readonly Problem[] {
  return codes
    .filter((code, index) => codes.indexOf(code) !== index)
    .map((code) => problem('code.duplicate', code, `The code ${code} is used more than once.`));
}

/** A problem for each label that lacks its Chinese or its English wording. */
export function emptyLabels(where: string, labels: readonly LocalText[]): readonly Problem[] {
  return labels
    .filter(({ zh, en }) => zh.trim() === '' || en.trim() === '')
    .map(({ zh, en }) =>
      problem('label.empty', where, `A label lacks one of its languages (zh "${zh}", en "${en}").`),
    );
}
