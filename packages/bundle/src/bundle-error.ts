import type { LocalText } from '@gongping/scoring';

/** One thing wrong with a bundle. */
export interface BundleProblem {
  /** Name inside the bundle; null where the bundle as a whole is meant. */
  readonly file: string | null;
  /** 1 for the header line; null where no one line is meant. */
  readonly line: number | null;
  /** Header of the column, or the path of a key in a JSON file. */
  readonly column: string | null;
  readonly sentence: LocalText;
}

const placeOf = ({ file, line, column }: BundleProblem): string =>
  [file, line === null ? null : `line ${line}`, column === null ? null : `column ${column}`]
    .filter((part) => part !== null)
    .join(', ');

/** File, line, column and sentence in one line, for a terminal. */
export const describeBundleProblem = (problem: BundleProblem, language: keyof LocalText = 'en'): string => {
  const place = placeOf(problem);
  return place === '' ? problem.sentence[language] : `${place}: ${problem.sentence[language]}`;
};

/** The bundle cannot be read or computed; nothing was written. `count` may exceed the problems listed. */
export class BundleError extends Error {
  readonly problems: readonly BundleProblem[];
  readonly count: number;

  constructor(problems: readonly BundleProblem[], count = problems.length) {
    const [first] = problems;
    const more = count > 1 ? ` (1 of ${count} problems)` : '';
    super(`${first === undefined ? 'The bundle cannot be read.' : describeBundleProblem(first)}${more}`);
    this.name = 'BundleError';
    this.problems = problems;
    this.count = count;
  }
}

/** Ends reading at once: without this file or structure there is nothing further to check. */
export const bundleError = (
  file: string | null,
  sentence: LocalText,
  at: { readonly line?: number | null; readonly column?: string | null } = {},
): BundleError => new BundleError([{ file, line: at.line ?? null, column: at.column ?? null, sentence }]);

/** A file with a million bad rows needs no million sentences. */
const LISTED = 500;

/** Gathers problems of a file so that one run reports all of them. */
export class BundleProblems {
  readonly #problems: BundleProblem[] = [];
  #count = 0;

  add(problem: BundleProblem): void {
    this.#count += 1;
    if (this.#problems.length < LISTED) this.#problems.push(problem);
  }

  /** These problems, and then those of an error. */
  with(error: BundleError): BundleError {
    return new BundleError([...this.#problems, ...error.problems], this.#count + error.count);
  }

  /** @throws BundleError where anything was added */
  throwIfAny(): void {
    if (this.#count > 0) throw new BundleError(this.#problems, this.#count);
  }
}
