import type { InputProblemCode } from './input-sentences.ts';
import type { RuleProblemCode } from './rule-sentences.ts';
import type { WarningCode } from './warning-sentences.ts';

/** What a sentence needs filled in: codes, names, numbers. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** Something wrong with what an evaluator entered; `path` names the part of the input, for example `counts.late`. */
export interface RuleProblem {
  readonly path: string;
  readonly code: RuleProblemCode;
  readonly params: ProblemParams;
}

/** Where in the engine's input a problem lies; `index` counts from 0 in that table. */
export interface InputLocation {
  readonly table: 'units' | 'indicators' | 'scores' | 'components' | 'method';
  readonly index: number | null;
  readonly field: string | null;
}

/** Something wrong with the engine's input. */
export interface InputProblem {
  readonly code: InputProblemCode;
  readonly params: ProblemParams;
  readonly at: InputLocation;
}

/** Something that a reader of the results should know; the results stand. */
export interface Warning {
  readonly code: WarningCode;
  readonly params: ProblemParams;
  readonly unit: string | null;
  readonly node: string | null;
}

export type Problem = RuleProblem | InputProblem | Warning;
export type ProblemCode = Problem['code'];
