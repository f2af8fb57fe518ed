/** Wording in both languages; where `en` is empty the Chinese words stand for it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Option {
  readonly code: string;
  readonly label: Words;
  /** Score of an option of a scale, 0 to 100; null for 不了解 (missing, never 0) and where options are not rated. */
  readonly value: number | null;
}

export type QuestionKind = 'single' | 'multiple' | 'scale' | 'matrix' | 'number' | 'text';

/** A question is asked where the answer to an earlier one is, or holds, one of the options. */
export interface AskedIf {
  readonly question: string;
  readonly options: readonly string[];
}

/** A line of a matrix: a scale of its own, answered under `question.row`. */
export interface MatrixRow {
  readonly code: string;
  readonly text: Words;
  readonly family: string | null;
}

export interface NumberBounds {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
}

export interface Question {
  readonly code: string;
  readonly kind: QuestionKind;
  readonly text: Words;
  readonly options: readonly Option[];
  /** Family of the indicator system that a rated question speaks of, `overall`, or null. */
  readonly family: string | null;
  readonly required: boolean;
  readonly hint: Words | null;
  readonly section: string | null;
  /** All of them must hold; without any it is always asked. */
  readonly askedIf: readonly AskedIf[];
  /** Lines of a matrix; empty for the other kinds. */
  readonly rows: readonly MatrixRow[];
  readonly number: NumberBounds | null;
}

export interface Section {
  readonly code: string;
  readonly title: Words;
}

export interface Questionnaire {
  readonly title: Words;
  readonly introduction: Words;
  /** How long answering takes. */
  readonly minutes: number;
  /** Code of the question that says which group the respondent belongs to. */
  readonly groupQuestion: string;
  /** The question that tells who has dealt with the unit, and the options by which one says never. */
  readonly contact: { readonly question: string; readonly never: readonly string[] } | null;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}

/** Item code → option code, option codes, a number as text, or text. Unanswered items are absent. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;
