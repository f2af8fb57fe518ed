import type { Question } from '@gongping/contracts';

/** Question code → option code, option codes or text; what is not answered is absent. */
export type Answers = Readonly<Record<string, string | string[]>>;

type Asked = Pick<Question, 'code' | 'kind' | 'required'>;

/** Name of a question's controls in the form; the prefix keeps codes apart from the form's own fields. */
export function fieldName(code: string): string {
  return `answer.${code}`;
}

/** Anchor of a question on the page: where the list of errors leads. */
export function questionId(code: string): string {
  return `question-${code}`;
}

/** What was chosen and written in the form; empty values are no answers. */
export function readAnswers(form: FormData, questions: readonly Asked[]): Answers {
  return Object.fromEntries(
    questions.flatMap(({ code, kind }) => {
      const values = form
        .getAll(fieldName(code))
        .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
      const [first] = values;
      if (first === undefined) return [];
      return [[code, kind === 'multiple' ? values : first]];
    }),
  );
}

/** How many of the questions with options are answered; the one in words is never counted as open. */
export function countAnswered(questions: readonly Asked[], answers: Answers) {
  const counted = questions.filter(({ kind }) => kind !== 'text');
  return { done: counted.filter(({ code }) => code in answers).length, total: counted.length };
}

/** Codes of questions that must be answered and are not. */
export function missingAnswers(questions: readonly Asked[], answers: Answers): string[] {
  return questions.filter(({ code, required }) => required && !(code in answers)).map(({ code }) => code);
}

/** Sentences by question code, from those by path of the body (`answers.Q1`). */
export function errorsByQuestion(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, sentence]) => {
      const code = /^answers\.([^.]+)/.exec(path)?.[1];
      return code === undefined ? [] : [[code, sentence]];
    }),
  );
}
