import { describe, expect, it } from 'vitest';
import { askedQuestions } from './asked.ts';
import { checkAnswers } from './check-answers.ts';
import { answered, example } from './example.fixture.ts';

const problemsOf = (given: Parameters<typeof checkAnswers>[1]) =>
  checkAnswers(example, { ...answered, ...given }).problems.map(({ item, problem }) => [item, problem.code]);

describe('what is stored', () => {
  it('is an option as its code, a number as text, words trimmed, and nothing empty', () => {
    const { answers, problems } = checkAnswers(example, {
      ...answered,
      Q3: 60,
      'Q4.web': 100,
      Q5: ' １２ ',
      Q6: '  好\r\n的 ',
    });
    expect(problems).toEqual([]);
    expect(answers).toEqual({
      Q1: 'A',
      Q2: ['web', 'hall'],
      Q3: 'fair',
      'Q4.web': 'good',
      Q5: '12',
      Q6: '好\n的',
    });
  });

  it('leaves out what is not asked, however it is answered', () => {
    const never = checkAnswers(example, { ...answered, Q2: ['never'], 'Q4.web': 'good' });
    expect(never).toEqual({ answers: { Q1: 'A', Q2: ['never'], Q3: 'good' }, problems: [] });
  });
});

describe('what is refused', () => {
  it.each([
    [{ Q9: 'x' }, 'Q9', 'unknown-question'],
    [{ Q4: 'good' }, 'Q4', 'unknown-question'],
    [{ Q1: 'Z' }, 'Q1', 'unknown-option'],
    [{ Q3: 61 }, 'Q3', 'unknown-option'],
    [{ Q1: 60 }, 'Q1', 'unknown-option'],
    [{ Q1: ['A', 'B'] }, 'Q1', 'one-only'],
    [{ Q2: ['web', 'web'] }, 'Q2', 'repeated'],
    [{ Q5: '1e3' }, 'Q5', 'not-a-number'],
    [{ Q5: 1.5 }, 'Q5', 'not-whole'],
    [{ Q5: -1 }, 'Q5', 'below-minimum'],
    [{ Q5: 121 }, 'Q5', 'above-maximum'],
    [{ Q6: 7 }, 'Q6', 'text-only'],
    [{ Q6: '字'.repeat(501) }, 'Q6', 'text-too-long'],
    [{ Q3: '' }, 'Q3', 'required'],
  ] as const)('%j at %s: %s', (given, item, code) => {
    expect(problemsOf(given)).toEqual([[item, code]]);
  });

  it('is nothing at a bound', () => {
    expect(problemsOf({ Q5: 0 })).toEqual([]);
    expect(problemsOf({ Q5: 120 })).toEqual([]);
    expect(problemsOf({ Q6: '字'.repeat(500) })).toEqual([]);
  });

  it('is never a question that is not asked', () => {
    const { problems } = checkAnswers(example, { Q1: 'A', Q2: ['never'], Q3: 'good' });
    expect(problems).toEqual([]);
  });
});

describe('what is asked', () => {
  const codes = (answers: Parameters<typeof askedQuestions>[1]) =>
    askedQuestions(example, answers).map(({ code }) => code);

  it('follows from answers, and from what is asked itself', () => {
    expect(codes({})).toEqual(['Q1', 'Q2', 'Q3']);
    expect(codes({ Q2: ['web'] })).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
    expect(codes({ Q2: ['web'], Q5: '12', 'Q4.web': 'good' })).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
    expect(codes({ Q2: ['web'], Q3: 'fair' })).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']);
    // Q6 hangs on Q3 as well as on Q2: one of them is not enough.
    expect(codes({ Q2: ['never'], Q3: 'fair' })).toEqual(['Q1', 'Q2', 'Q3']);
  });
});
