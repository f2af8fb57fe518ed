import type { Answers, Item } from '@gongping/questionnaire';

export type { Answers };

type Asked = Pick<Item, 'code' | 'kind'>;

/** Name of an item's controls in the form; the prefix keeps codes apart from the form's own fields. */
export function fieldName(code: string): string {
  return `answer.${code}`;
}

/** Anchor of an item on the page: where the list of errors leads. */
export function questionId(code: string): string {
  return `question-${code}`;
}

/** What was chosen and written in the form; empty values are no answers. */
export function readAnswers(form: FormData, items: readonly Asked[]): Answers {
  return Object.fromEntries(
    items.flatMap(({ code, kind }) => {
      const values = form
        .getAll(fieldName(code))
        .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
      const [first] = values;
      if (first === undefined) return [];
      return [[code, kind === 'multiple' ? values : first]];
    }),
  );
}

/** How many of the items to choose in are answered; numbers and words are never counted as open. */
export function countAnswered(items: readonly Asked[], answers: Answers) {
  const counted = items.filter(({ kind }) => kind !== 'text' && kind !== 'number');
  return { done: counted.filter(({ code }) => code in answers).length, total: counted.length };
}

/** Sentences by item code, from those by path of the body (`answers.Q1`, `answers.Q4.online`). */
export function errorsByItem(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, sentence]) => {
      const code = /^answers\.(.+)$/.exec(path)?.[1];
      return code === undefined ? [] : [[code, sentence]];
    }),
  );
}
