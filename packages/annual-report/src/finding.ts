import type { FindingCode } from './finding-sentences.ts';
import type { CellPlace, LocalText } from './report.ts';

/**
 * The checks. H: what the form itself makes true. S: what has to be explained. W: what is worth a look.
 *
 * H0 every cell is a count (or an amount) · H1 new + carried over = handled + carried on · H2 results = their total ·
 * H3 applicants = total · H4 outcomes = total · H5 no 规章 but from a city · S1 carried over = carried on last year ·
 * S2 the text agrees with the tables · S3 no prompts of the template, no other year · S4 all six sections · W1 to W3 stocks
 * follow from last year's · W4 a government has no fewer requests than its departments · W5 a table 3 of zeros · W6 blank
 * cells · W7 section 五 copied · W8 sections called and ordered as in the form
 */
export type CheckCode =
  `H${0 | 1 | 2 | 3 | 4 | 5}` | `S${1 | 2 | 3 | 4}` | `W${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/** Undecidable: something is missing that the check needs; never a pass. */
export type FindingStatus = 'pass' | 'fail' | 'warning' | 'undecidable';

/** A number and how many decimals of it are printed. */
export interface Figure {
  readonly value: number;
  readonly decimals: number;
}

/** What a sentence is filled with. */
export type FindingParams = Readonly<Record<string, string | number | LocalText | Figure>>;

/** What a check found at one place. */
export interface Finding {
  readonly check: CheckCode;
  readonly status: FindingStatus;
  /** Table or text, then row or column: `table3 / 自然人`, `text 1 / 行政复议`. */
  readonly where: string;
  /** The cells that take part; where some are known to be wrong or blank, those. */
  readonly cells: readonly CellPlace[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly code: FindingCode;
  readonly params: FindingParams;
}

/** A finding; what is not given is empty. */
export const finding = (
  check: CheckCode,
  status: FindingStatus,
  given: Pick<Finding, 'where' | 'code'> & Partial<Finding>,
): Finding => ({ cells: [], expected: null, actual: null, params: {}, ...given, check, status });
