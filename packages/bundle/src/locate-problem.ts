import { describeProblem, ScoringInputError } from '@gongping/scoring';
import type { InputProblem } from '@gongping/scoring';
import { BundleError } from './bundle-error.ts';
import type { BundleProblem } from './bundle-error.ts';
import type { ComponentTable } from './read-tables.ts';
import { RowLines } from './row-lines.ts';
import { shownText } from './shown-text.ts';

/** Where each item of the engine's input was read. */
export interface BundleSource {
  readonly files: Readonly<Record<'units' | 'indicators' | 'scores' | 'method', string>>;
  readonly lines: Readonly<Record<'units' | 'indicators' | 'scores', RowLines>>;
  readonly components: readonly ComponentTable[];
}

const sentenceOf = ({ code, params }: InputProblem) => {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? shownText(value) : value,
    ]),
  );
  const problem = { code, params: shown };
  return { zh: describeProblem(problem, 'zh'), en: describeProblem(problem, 'en') };
};

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
  const line = table === 'method' || index === null ? null : source.lines[table].at(index);
  return { file: source.files[table], line, column: field === null ? null : shownText(field), sentence };
};

/**
 * Runs something that reads the method alone.
 *
 * @throws BundleError naming the file and the key in place of a ScoringInputError
 */
export const inFile = <T>(file: string, run: () => T): T => {
  const lines = { units: new RowLines(), indicators: new RowLines(), scores: new RowLines() };
  const files = { units: file, indicators: file, scores: file, method: file };
  return withSource({ files, lines, components: [] }, run);
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
