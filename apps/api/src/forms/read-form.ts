import type { Questionnaire } from '@gongping/questionnaire';
import type { TableProblem } from '@gongping/tables';

/**
 * What could not be carried over as it stands, and what became of it. In a LimeSurvey file `row` is the line and
 * `column` the code of the question.
 */
export type FormNote = TableProblem;

/** A form of another program as a questionnaire; it may lack what that program does not know, such as families. */
export interface ReadForm {
  readonly questionnaire: Questionnaire;
  readonly notes: readonly FormNote[];
}

/** How long answering takes, where the form does not say: a quarter of a minute for each question. */
export function guessedMinutes(questions: number): number {
  return Math.min(60, Math.max(1, Math.ceil(questions / 4)));
}

/** A long text of a form, as a sentence can hold it. */
export function shown(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
