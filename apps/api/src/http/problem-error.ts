import { problemTexts, type BlockingFinding, type CellProblem, type ProblemCode } from '@gongping/contracts';

export interface ProblemDetails {
  /** Values for the places in the sentence; `count` is the number of `errors` unless given. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly { path: string; message: string }[];
  /** What is wrong with a file of tables. */
  readonly cells?: readonly CellProblem[];
  /** What keeps the results from being published. */
  readonly findings?: readonly BlockingFinding[];
  /** The newer state, where a stale write is refused. */
  readonly current?: unknown;
}

/** Thrown by services; the one error handler turns it into a problem document. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = problemTexts[code].status;
    const { errors, values } = details;
    this.details = errors ? { ...details, values: { count: errors.length, ...values } } : details;
  }
}
