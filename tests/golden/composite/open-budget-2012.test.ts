import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

// A blank answer is one that the survey marked not applicable.
const answers = fixture('composite/obs2012_answers.csv').map((row) =>
  Object.fromEntries(Object.entries(row).map(([column, answer]) => [column, answer === '' ? 'NA' : answer])),
);
const expected = fixture('composite/obs2012_expected.csv');
const code = unitIn('code');
const questions = Object.keys(answers[0] ?? {}).filter((column) => column !== 'code');

/** Questions 1 to 58 are on the executive's budget proposal, 60 to 62 on the pre-budget statement. */
const documentOf = (question: string): string => {
  const number = Number(question.slice(1));
  if (number <= 58) return 'budget_proposal';
  return number <= 62 ? 'pre_budget_statement' : 'other_documents';
};
const documents = [...new Set(questions.map(documentOf))];

const scored = await scoreBundle({
  units: answers.map((row) => ({ code: code(row), kind: 'country' })),
  indicators: [
    // Every question weighs the same: a document weighs as much as it has questions.
    ...documents.map((document) => ({
      code: document,
      parent: '',
      weight: questions.filter((question) => documentOf(question) === document).length,
    })),
    ...questions.map((question) => ({ code: question, parent: documentOf(question) })),
  ],
  scores: scoresOf(answers, questions, code),
  method: { notApplicable: 'total' },
});

describe('Open Budget Survey 2012: 100 countries, 95 questions, 70 answers not applicable', () => {
  it('reads the questions and answers that the source has', () => {
    expect(questions).toHaveLength(95);
    expect(answers.flatMap((row) => Object.values(row)).filter((answer) => answer === 'NA')).toHaveLength(70);
  });

  it.each([
    ['total', 'obi'],
    ['pre_budget_statement', 'pre_budget_statement'],
    ['budget_proposal', 'budget_proposal'],
  ])('gives the published index at %s, what is not applicable leaving the mean', (node, column) => {
    const published = figuresOf(expected, { [node]: column }, code);
    expect(published).toHaveLength(100);
    expect(unmet(scored, published, { tolerance: 6e-5 })).toEqual([]);
  });
});
