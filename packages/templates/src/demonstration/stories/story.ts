/**
 * What an evaluator would have found for a leaf, in the office's Chinese. Placeholders in braces:
 * {unit} {year} {reportYear} {service} {document} {concern}; {section} of the disclosure column,
 * {column} and {row} of the report's table 3; for ratios {d} sampled, {missed} counted
 * here, {items} that many names from the story's list; for deductions {count}.
 */
export interface RatioStory {
  readonly method: 'ratio';
  /** What was looked at, for example “随机抽查 {d} 个事项”. */
  readonly subject: string;
  /** Said of what earns nothing. */
  readonly none: readonly string[];
  /** Said of what earns part of the credit; empty where the rule has no such finding. */
  readonly partial: readonly string[];
  readonly items: readonly string[];
  /** Said of the rule's deductions after the ratio, by position. */
  readonly deductions?: readonly string[];
}

export interface GradedStory {
  readonly method: 'graded';
  /** By level from the best; the first is empty since nothing is lost there. */
  readonly levels: readonly (readonly string[])[];
}

export interface ChecklistStory {
  readonly method: 'checklist';
  /** Said of an unmet point, by position in the rule. */
  readonly points: readonly (readonly string[])[];
  /** Said where a finding sets the leaf to 0. */
  readonly zero?: string;
}

export interface DeductStory {
  readonly method: 'deduct';
  /** Said of a deduction, by position of its item in the rule. */
  readonly items: readonly (readonly string[])[];
}

export interface LeafStory {
  readonly found: RatioStory | GradedStory | ChecklistStory | DeductStory;
  /** Titles of the evidence, following the unit's name. */
  readonly evidence: readonly string[];
  /** How readily units lose marks here; 1 is usual. */
  readonly difficulty: number;
}
