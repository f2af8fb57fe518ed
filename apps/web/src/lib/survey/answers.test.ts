import { describe, expect, it } from 'vitest';
import { countAnswered, errorsByQuestion, fieldName, missingAnswers, readAnswers } from './answers.ts';

const questions = [
  { code: 'Q1', kind: 'single', required: true },
  { code: 'Q2', kind: 'multiple', required: false },
  { code: 'Q3', kind: 'scale', required: false },
  { code: 'Q12', kind: 'text', required: false },
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

it('counts questions with options only', () => {
  expect(countAnswered(questions, {})).toEqual({ done: 0, total: 3 });
  expect(countAnswered(questions, { Q1: 'A', Q12: 'more' })).toEqual({ done: 1, total: 3 });
});

it('names only the required questions that are open', () => {
  expect(missingAnswers(questions, { Q2: ['hall'] })).toEqual(['Q1']);
  expect(missingAnswers(questions, { Q1: 'F' })).toEqual([]);
});

it('finds the question of an error by its path', () => {
  expect(
    errorsByQuestion({ 'answers.Q1': 'Answer this.', unit: 'No.', 'answers.Q2.0': 'Not this.' }),
  ).toEqual({
    Q1: 'Answer this.',
    Q2: 'Not this.',
  });
});
