/**
 * Typed scoring rules of a leaf indicator and what an evaluator enters for them.
 *
 * A rule says how an input becomes marks: the methods practitioners use are a ratio, graded levels,
 * a checklist, deductions, a bonus and a veto. Rules are data; `evaluateRule` is the only reader.
 * Shares and coefficients are fractions of the leaf's full marks (0 to 1).
 */

/** Wording in both languages of the interface. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** How the denominator of a ratio comes about. */
export type RatioDenominator =
  /** Always the same number, for example 4 places visited. */
  | { readonly kind: 'fixed'; readonly value: number }
  /** A sample of at most `value`; all of them where there are fewer (不足全查). */
  | { readonly kind: 'upTo'; readonly value: number }
  /** `value` less the number of approved exemptions (26 fields less those not applicable). */
  | { readonly kind: 'lessExempt'; readonly value: number }
  /** Counted by the evaluator. */
  | { readonly kind: 'counted' };

/** A kind of finding in a ratio's sample and what each one of it counts. */
export interface Credit {
  readonly code: string;
  readonly label: LocalText;
  /** 0 to 1. */
  readonly credit: number;
}

/** A shortcoming that costs `share` of the full marks, once or for every occurrence. */
export interface DeductionItem {
  readonly code: string;
  readonly label: LocalText;
  readonly share: number;
  readonly per: 'once' | 'occurrence';
  /** Where findings are counted by the product: so many of them are one occurrence, 1 unless told (every 5 blank cells). */
  readonly every?: number | undefined;
}

export interface RatioRule {
  readonly method: 'ratio';
  readonly numerator: LocalText;
  readonly denominator: LocalText;
  readonly denominatorRule: RatioDenominator;
  /** Where sampled items earn partial credit, the evaluator counts by credit; else empty. */
  readonly credits: readonly Credit[];
  /** Taken off after the ratio; the score is floored at 0. */
  readonly deductions: readonly DeductionItem[];
}

export interface Level {
  readonly code: string;
  readonly label: LocalText;
  /** 0 to 1; where the level is proportional, the evaluator enters a coefficient in [minimum, maximum]. */
  readonly coefficient: number | { readonly minimum: number; readonly maximum: number };
  /** Where the product tells the level by a day: for up to so many days after the last one; absent: whatever is left. */
  readonly days?: number | undefined;
}

export interface GradedRule {
  readonly method: 'graded';
  /** From the best level to the worst. */
  readonly levels: readonly Level[];
}

export interface ChecklistPoint {
  readonly code: string;
  readonly label: LocalText;
  readonly share: number;
}

export interface ChecklistRule {
  readonly method: 'checklist';
  /** Shares add up to 1. */
  readonly points: readonly ChecklistPoint[];
  /** A finding that sets the whole leaf to 0 whatever else is met, for example no reply in time. */
  readonly zeroWhen: LocalText | null;
}

export interface DeductRule {
  readonly method: 'deduct';
  readonly items: readonly DeductionItem[];
}

export interface BonusRule {
  readonly method: 'bonus';
}

export interface VetoRule {
  readonly method: 'veto';
}

export type Rule = RatioRule | GradedRule | ChecklistRule | DeductRule | BonusRule | VetoRule;
export type RuleMethod = Rule['method'];

/** One deduction entered by an evaluator: an item of the rule with a count, or a free one with its marks. */
export type DeductionEntry =
  | { readonly item: string; readonly count: number; readonly reason: string }
  | { readonly item: null; readonly marks: number; readonly reason: string };

/** What an evaluator enters. An unscored leaf has no input at all; zero is an input like any other. */
export type RuleInput =
  | {
      readonly method: 'ratio';
      readonly numerator: number;
      readonly denominator: number;
      /** Count of sampled items by credit code; present exactly where the rule has credits. */
      readonly counts?: Readonly<Record<string, number>> | undefined;
      readonly deductions: readonly DeductionEntry[];
    }
  | { readonly method: 'graded'; readonly level: string; readonly coefficient?: number | undefined }
  | { readonly method: 'checklist'; readonly met: readonly string[]; readonly zero: boolean }
  | { readonly method: 'deduct'; readonly deductions: readonly DeductionEntry[] }
  | { readonly method: 'bonus'; readonly marks: number }
  | { readonly method: 'veto'; readonly triggered: boolean };
