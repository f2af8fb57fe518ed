import { describeProblem, ScoringInputError } from '@gongping/scoring';
import type { InputProblem } from '@gongping/scoring';
import { BundleError } from './bundle-error.ts';
import type { BundleProblem } from './bundle-error.ts';
import type { ComponentTable } from './read-tables.ts';

/** Where each item of the engine's input was read. */
export interface BundleSource {
  readonly files: Readonly<Record<'units' | 'indicators' | 'scores' | 'method', string>>;
  readonly lines: Readonly<Record<'units' | 'indicators' | 'scores', readonly number[]>>;
  readonly components: readonly ComponentTable[];
}

const sentenceOf = (problem: InputProblem) => ({
  zh: describeProblem(problem, 'zh'),
  en: describeProblem(problem, 'en'),
});

const locate = (problem: InputProblem, source: BundleSource): BundleProblem => {
  const { table, index, field } = problem.at;
  const sentence = sentenceOf(problem);
  if (table === 'components') {
    const component = index === null ? undefined : source.components[index];
    const line = component?.lines.get(String(problem.params['unit'])) ?? null;
    const inFile = component !== undefined && line !== null;
    const column = inFile ? field : 'components';
    return { file: inFile ? component.file : source.files.method, line, column, sentence };
  }
  const lines = table === 'method' ? [] : source.lines[table];
  const line = index === null ? null : (lines[index] ?? null);
  return { file: source.files[table], line, column: field, sentence };
};

/** The engine's refusal in terms of the bundle's files and lines. */
export const toBundleError = (error: ScoringInputError, source: BundleSource): BundleError =>
  new BundleError(
    error.problems.map((problem) => locate(problem, source)),
    error.count,
  );

/**
 * Runs something that computes from a bundle's input.
 *
 * @throws BundleError with file, line and column in place of a ScoringInputError; other errors as they are
 */
export const withSource = <T>(source: BundleSource, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    throw error instanceof ScoringInputError ? toBundleError(error, source) : error;
  }
};
