/** A family of rated questions and its weight among the families. */
export interface AppraisalFamily {
  readonly weight: number;
  readonly questions: readonly string[];
}

/** How the answers about one unit become its score. Data: stored with every result. */
export interface AppraisalMethod {
  readonly families: Readonly<Record<string, AppraisalFamily>>;
  /** The question on the whole, and its share (0 to 1) of a respondent's score. */
  readonly overall: { readonly question: string; readonly share: number } | null;
  /** A response counts from this many answered rated questions (the overall one included). */
  readonly minimumAnswered: number;
  /** Respondent groups; a weight of 0 is shown and not counted. */
  readonly groups: Readonly<Record<string, { readonly weight: number }>>;
  /** A group counts from this many valid responses. */
  readonly minimumGroup: number;
  /** A score is given from this many valid responses, over all groups. */
  readonly minimumSample: number;
}

/** What one respondent said about the unit: scale values, null = 不了解 or unanswered. */
export interface AppraisalResponse {
  readonly group: string;
  readonly answers: Readonly<Record<string, number | null>>;
}
