import { describe, expect, it } from 'vitest';
import { countAnswered, errorsByItem, fieldName, readAnswers } from './answers.ts';

const questions = [
  { code: 'Q1', kind: 'single' },
  { code: 'Q2', kind: 'multiple' },
  { code: 'Q3', kind: 'scale' },
  { code: 'Q4.online', kind: 'scale' },
  { code: 'Q5', kind: 'number' },
  { code: 'Q12', kind: 'text' },
] as const;

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [code, value] of entries) form.append(fieldName(code), value);
  return form;
}

describe('readAnswers', () => {
  it('keeps several choices, one choice and words, and leaves out what is blank or not asked', () => {
    const form = formOf([
      ['Q1', 'A'],
      ['Q2', 'website'],
      ['Q2', 'phone'],
      ['Q12', '  '],
      ['Q99', 'x'],
    ]);
    form.append('key', 'k');
    expect(readAnswers(form, questions)).toEqual({ Q1: 'A', Q2: ['website', 'phone'] });
  });

  it('makes a single choice of several a list, and keeps the first of a question with one answer', () => {
    const form = formOf([
      ['Q2', 'hall'],
      ['Q3', 'satisfied'],
      ['Q3', 'dissatisfied'],
    ]);
    expect(readAnswers(form, questions)).toEqual({ Q2: ['hall'], Q3: 'satisfied' });
  });
});

it('counts items to choose in only', () => {
  expect(countAnswered(questions, {})).toEqual({ done: 0, total: 4 });
  expect(countAnswered(questions, { Q1: 'A', Q12: 'more' })).toEqual({ done: 1, total: 4 });
});

it('finds the item of an error by its path', () => {
  expect(
    errorsByItem({ 'answers.Q1': 'Answer this.', unit: 'No.', 'answers.Q4.online': 'Not this.' }),
  ).toEqual({ Q1: 'Answer this.', 'Q4.online': 'Not this.' });
});
