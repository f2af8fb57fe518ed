import type { NumberBounds, Option, Question, Questionnaire, Words } from './questionnaire.ts';

/** What takes one answer: a question, or a line of a matrix (`Q5.online`), which is a scale of its own. */
export interface Item {
  readonly code: string;
  readonly kind: 'single' | 'multiple' | 'scale' | 'number' | 'text';
  readonly text: Words;
  readonly options: readonly Option[];
  readonly family: string | null;
  readonly required: boolean;
  readonly number: NumberBounds | null;
  /** Code of the question that it belongs to. */
  readonly question: string;
}

/** Every item of a questionnaire, in its order. */
export function itemsOf({ questions }: Pick<Questionnaire, 'questions'>): Item[] {
  return questions.flatMap(itemsOfQuestion);
}

/** The items of one question: itself, or the lines of a matrix. */
export function itemsOfQuestion(question: Question): Item[] {
  const { code, kind, options, required, number } = question;
  if (kind === 'matrix') {
    return question.rows.map((row) => ({
      code: `${code}.${row.code}`,
      kind: 'scale',
      text: row.text,
      options,
      family: row.family,
      required,
      number: null,
      question: code,
    }));
  }
  return [
    { code, kind, text: question.text, options, family: question.family, required, number, question: code },
  ];
}
