import { describeProblem } from './describe-problem.ts';
import type { InputLocation, InputProblem, ProblemParams } from './problem.ts';
import type { InputProblemCode } from './input-sentences.ts';

/** The engine's one error: its input cannot be computed. `problems` holds the first ones, `count` says how many. */
export class ScoringInputError extends Error {
  readonly problems: readonly InputProblem[];
  readonly count: number;

  constructor(problems: readonly InputProblem[], count = problems.length) {
    const [first] = problems;
    const more = count > 1 && first?.code !== 'unscored-count' ? ` (1 of ${count} problems)` : '';
    super(`${first === undefined ? 'The input cannot be scored.' : describeProblem(first, 'en')}${more}`);
    this.name = 'ScoringInputError';
    this.problems = problems;
    this.count = count;
  }
}

/** A file with a million bad rows needs no million sentences. */
const LISTED = 500;

/** Gathers problems so that one run reports all of them, keeping the first 500 and counting the rest. */
export class ProblemList {
  readonly #problems: InputProblem[] = [];
  #count = 0;

  add(code: InputProblemCode, params: ProblemParams, at: InputLocation): void {
    this.#count += 1;
    if (this.#problems.length < LISTED) this.#problems.push({ code, params, at });
  }

  /** @throws ScoringInputError where anything was added */
  throwIfAny(): void {
    if (this.#count > 0) throw new ScoringInputError(this.#problems, this.#count);
  }
}
