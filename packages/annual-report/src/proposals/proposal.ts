import type { Wording } from '../describe-finding.ts';
import type { Finding } from '../finding.ts';
import type { AnnualReport, LocalText } from '../report.ts';

/** What the product can propose a score for; an indicator names one of them. */
export const judges = [
  'report-on-time',
  'report-sections',
  'report-tables',
  'report-identities',
  'report-consistency',
  'report-accountability',
  'report-improvement',
] as const;
export type Judge = (typeof judges)[number];

/** Of the rules by which proposals are made: another number where the same report would be judged otherwise. */
export const PROPOSAL_RULES = 2;

/** What an evaluator would enter; the codes are those of the leaf's rule. */
export type ProposedInput =
  | { readonly method: 'graded'; readonly level: string }
  | {
      readonly method: 'deduct';
      readonly deductions: readonly {
        readonly item: string;
        readonly count: number;
        readonly reason: string;
      }[];
    };

/** Why: in words of its own, or what a check found. */
export interface ProposalReason {
  readonly text: LocalText | null;
  readonly finding: Finding | null;
}

export interface Proposal {
  /**
   * `ready` has an input. `hint` has something to look at, and the judgement is a person's. `waiting`: something is missing
   * that it takes. `none`: the leaf's rule is another.
   */
  readonly state: 'ready' | 'hint' | 'waiting' | 'none';
  /** In one sentence. */
  readonly sentence: LocalText;
  readonly input: ProposedInput | null;
  readonly reasons: readonly ProposalReason[];
}

/** A report as it was filed, with all that it is judged by. */
export interface JudgedReport {
  readonly report: AnnualReport;
  readonly findings: readonly Finding[];
  /** As the unit declares: `2020-01-31`. */
  readonly publishedOn: string | null;
  /** The last day by law. */
  readonly due: string;
  /** The product's one way to round for display. */
  readonly format: Wording['format'];
}

/** A level of a leaf's rule. */
export interface JudgedLevel {
  readonly code: string;
  /** For up to so many days after the last one; null: whatever is left. */
  readonly days: number | null;
  /** Its coefficient is between two, which no check tells. */
  readonly isRange: boolean;
}

/** A deduction of a leaf's rule. */
export interface JudgedItem {
  readonly code: string;
  readonly label: LocalText;
  readonly per: 'once' | 'occurrence';
  /** So many findings are one occurrence. */
  readonly every: number;
}

/** What of a leaf's rule has to be known, as the assessment's indicator system has it. */
export interface JudgedRule {
  readonly method: string;
  /** Of a graded rule; else empty. */
  readonly levels: readonly JudgedLevel[];
  /** Of a rule of deductions; else empty. */
  readonly items: readonly JudgedItem[];
}

export const waiting = (sentence: LocalText, reasons: readonly ProposalReason[] = []): Proposal => ({
  state: 'waiting',
  sentence,
  input: null,
  reasons,
});

export const byFinding = (finding: Finding): ProposalReason => ({ text: null, finding });
export const byText = (text: LocalText): ProposalReason => ({ text, finding: null });
