import { checkWording, checkCodes } from './check-words.ts';
import type { Question, Questionnaire } from './questionnaire.ts';
import type { ProblemList, ProblemPlace } from './questionnaire-problem.ts';

/** Options of a question, lines of a matrix: more does not fit on a phone, nor into what is counted. */
export const mostOptions = 30;
export const mostConditions = 10;

/** Everything that is wrong with the question at this position. */
export function checkQuestion(questionnaire: Questionnaire, index: number, list: ProblemList): void {
  const question = questionnaire.questions[index];
  if (question === undefined) return;
  const at = (field: string | null): ProblemPlace => ({
    part: 'question',
    question: index,
    index: null,
    field,
  });
  checkWording(question.text, at('text'), list);
  if (question.hint !== null) checkWording(question.hint, at('hint'), list);
  if (question.section !== null && !questionnaire.sections.some(({ code }) => code === question.section))
    list.add('section-unknown', at('section'), { section: question.section });
  checkOptions(question, index, list);
  checkRows(question, index, list);
  checkBounds(question, at('number'), list);
  checkConditions(questionnaire, index, list);
}

function checkOptions({ kind, options }: Question, index: number, list: ProblemList): void {
  if (kind === 'number' || kind === 'text') return;
  const whole: ProblemPlace = { part: 'question', question: index, index: null, field: 'options' };
  if (options.length < 2) list.add('too-few-options', whole);
  if (options.length > mostOptions) list.add('too-many-options', whole, { limit: mostOptions });
  const at = (position: number, field: string): ProblemPlace => ({
    part: 'option',
    question: index,
    index: position,
    field,
  });
  checkCodes(options, (position) => at(position, 'code'), list);
  for (const [position, { label, value }] of options.entries()) {
    checkWording(label, at(position, 'label'), list);
    if (value !== null && !(value >= 0 && value <= 100))
      list.add('value-out-of-range', at(position, 'value'));
  }
  if (kind !== 'scale' && kind !== 'matrix') return;
  if (options.filter(({ value }) => value !== null).length < 2) list.add('scale-without-values', whole);
  if (options.every(({ value }) => value !== null)) list.add('scale-without-dont-know', whole);
}

function checkRows({ kind, rows }: Question, index: number, list: ProblemList): void {
  if (kind !== 'matrix') return;
  const whole: ProblemPlace = { part: 'question', question: index, index: null, field: 'rows' };
  if (rows.length === 0) list.add('rows-missing', whole);
  if (rows.length > mostOptions) list.add('too-many-rows', whole, { limit: mostOptions });
  const at = (position: number, field: string): ProblemPlace => ({
    part: 'row',
    question: index,
    index: position,
    field,
  });
  checkCodes(rows, (position) => at(position, 'code'), list);
  for (const [position, { text }] of rows.entries()) checkWording(text, at(position, 'text'), list);
}

function checkBounds({ number }: Question, place: ProblemPlace, list: ProblemList): void {
  const { minimum = null, maximum = null } = number ?? {};
  if (minimum !== null && maximum !== null && minimum > maximum)
    list.add('bounds-crossed', place, { minimum, maximum });
}

function checkConditions({ questions }: Questionnaire, index: number, list: ProblemList): void {
  const question = questions[index];
  if (question === undefined) return;
  const place: ProblemPlace = { part: 'question', question: index, index: null, field: 'askedIf' };
  if (question.askedIf.length > mostConditions)
    list.add('too-many-conditions', place, { limit: mostConditions });
  for (const condition of question.askedIf) {
    const position = questions.findIndex(({ code }) => code === condition.question);
    const on = questions[position];
    const values = { on: condition.question };
    if (on === undefined) list.add('condition-unknown', place, values);
    else if (position >= index) list.add('condition-later', place, values);
    else if (on.kind !== 'single' && on.kind !== 'multiple' && on.kind !== 'scale')
      list.add('condition-kind', place, values);
    else {
      const unknown = condition.options.find((option) => !on.options.some(({ code }) => code === option));
      if (condition.options.length === 0 || unknown !== undefined)
        list.add('condition-option', place, { ...values, option: unknown ?? '' });
    }
  }
}
