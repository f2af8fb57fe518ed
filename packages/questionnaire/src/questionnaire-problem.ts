/** What can be wrong with a questionnaire; advice is no reason not to use it. */
export const problemSeverity = {
  'no-questions': 'error',
  'too-many-questions': 'error',
  'minutes-out-of-range': 'error',
  'wording-empty': 'error',
  'english-missing': 'advice',
  'code-invalid': 'error',
  'code-duplicate': 'error',
  'group-question-missing': 'error',
  'group-question-kind': 'error',
  'group-question-open': 'error',
  'group-without-weight': 'advice',
  'group-without-option': 'advice',
  'contact-unknown': 'error',
  'section-unknown': 'error',
  'section-empty': 'advice',
  'too-few-options': 'error',
  'too-many-options': 'error',
  'scale-without-values': 'error',
  'scale-without-dont-know': 'error',
  'value-out-of-range': 'error',
  'nothing-rated': 'error',
  'family-missing': 'advice',
  'family-unknown': 'error',
  'family-not-asked': 'advice',
  'several-overall': 'error',
  'rows-missing': 'error',
  'too-many-rows': 'error',
  'bounds-crossed': 'error',
  'condition-unknown': 'error',
  'condition-later': 'error',
  'condition-kind': 'error',
  'condition-option': 'error',
  'too-many-conditions': 'error',
  'answered-item-altered': 'error',
} as const satisfies Readonly<Record<string, 'error' | 'advice'>>;

export type QuestionnaireProblemCode = keyof typeof problemSeverity;

/** A part of a questionnaire that has a place of its own in a table. */
export type QuestionnairePart = 'questionnaire' | 'section' | 'question' | 'option' | 'row';

/** Where a problem is. Codes may be doubled in a draft, so that parts are told by their position. */
export interface ProblemPlace {
  readonly part: QuestionnairePart;
  /** Position of the question; null where none is meant. */
  readonly question: number | null;
  /** Position of the section, or of the option or row within its question. */
  readonly index: number | null;
  /** As the field is called in the questionnaire. */
  readonly field: string | null;
}

export interface QuestionnaireProblem {
  readonly code: QuestionnaireProblemCode;
  readonly severity: 'error' | 'advice';
  readonly place: ProblemPlace;
  /** For the sentence. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Gathers problems. */
export class ProblemList {
  readonly problems: QuestionnaireProblem[] = [];

  add(
    code: QuestionnaireProblemCode,
    place: ProblemPlace,
    values: QuestionnaireProblem['values'] = {},
  ): void {
    this.problems.push({ code, severity: problemSeverity[code], place, values });
  }
}

/** A field of the questionnaire itself. */
export const onWhole = (field: string | null): ProblemPlace => ({
  part: 'questionnaire',
  question: null,
  index: null,
  field,
});
