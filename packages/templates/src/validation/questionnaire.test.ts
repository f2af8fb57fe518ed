import { expect, test } from 'vitest';
import { questionnaire2020 } from '../appraisal/questionnaire.ts';
import { text } from '../text.ts';
import type { AppraisalMethodTemplate, TemplateQuestion } from '../types.ts';
import { validateQuestionnaire } from './questionnaire.ts';

const { code, method, questions } = questionnaire2020;

const problemsOf = (change: Partial<Parameters<typeof validateQuestionnaire>[0]>) =>
  validateQuestionnaire({ ...questionnaire2020, ...change }).map((each) => `${each.code} ${each.where}`);

const withQuestion = (wanted: string, change: Partial<TemplateQuestion>) =>
  problemsOf({
    questions: questions.map((each) => (each.code === wanted ? { ...each, ...change } : each)),
  });

const withMethod = (change: Partial<AppraisalMethodTemplate>) =>
  problemsOf({ method: { ...method, ...change } });

const options = (wanted: string) => questions.find((each) => each.code === wanted)?.options ?? [];

test('the shipped questionnaire has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

test('twelve questions: nine are rated on 100, 80, 60, 30, 0 with a missing "don\'t know"', () => {
  expect(questions.map((each) => each.code)).toEqual(Array.from({ length: 12 }, (_, i) => `Q${i + 1}`));
  const rated = questions.filter(({ kind }) => kind === 'scale');
  expect(rated.map(({ family }) => family)).toEqual(['D', 'D', 'A', 'A', 'A', 'B', 'C', 'C', 'overall']);
  for (const each of rated) {
    expect(each.options.map(({ value }) => value)).toEqual([100, 80, 60, 30, 0, null]);
  }
});

test('a spoiled question is a problem', () => {
  expect(withQuestion('Q4', { code: 'Q3' })).toEqual(['code.duplicate Q3']);
  expect(withQuestion('Q3', { text: text('', 'Satisfied?') })).toEqual(['label.empty Q3']);
  expect(withQuestion('Q3', { family: null })).toEqual(['question.wrong Q3']);
  expect(withQuestion('Q2', { family: 'A' })).toEqual(['question.wrong Q2']);
  expect(withQuestion('Q2', { options: [] })).toEqual(['question.wrong Q2']);
  expect(withQuestion('Q12', { options: options('Q2') })).toEqual(['question.wrong Q12']);
  expect(withQuestion('Q2', { options: [...options('Q2'), ...options('Q2').slice(0, 1)] })).toEqual([
    'question.wrong Q2',
  ]);
});

test('a scale must fall within 100 to 0 and offer "don\'t know" once', () => {
  const scale = options('Q3');
  expect(withQuestion('Q3', { options: scale.toReversed() })).toEqual(['question.wrong Q3']);
  expect(withQuestion('Q3', { options: scale.slice(0, 5) })).toEqual(['question.wrong Q3']);
  expect(
    withQuestion('Q3', {
      options: scale.map((each) => (each.value === 100 ? { ...each, value: 101 } : each)),
    }),
  ).toEqual(['question.wrong Q3']);
});

test('a method that cannot be computed is a problem', () => {
  const wrong = [`method.wrong ${code}`];
  expect(withMethod({ familyWeights: { ...method.familyWeights, A: 0.31 } })).toEqual(wrong);
  expect(withMethod({ overallShare: 1 })).toEqual(wrong);
  expect(withMethod({ minimumAnswered: 10 })).toEqual(wrong);
  expect(withMethod({ minimumAnswered: 9 })).toEqual([]);
  expect(withMethod({ minimumAnswered: 0 })).toEqual(wrong);
  expect(withMethod({ groupQuestion: 'Q2' })).toEqual(wrong);
  expect(withMethod({ minimumGroup: 0 })).toEqual(wrong);
  expect(withMethod({ minimumSample: 99.5 })).toEqual(wrong);
  expect(withMethod({ groups: { ...method.groups, A: { ...method.groups.A, weight: -1 } } })).toEqual(wrong);
  expect(withMethod({ grades: method.grades.slice(0, 2) })).toEqual(wrong);
});

test('a family with a weight needs a question, and the overall share needs its own', () => {
  const without = (dropped: string) => questions.filter((each) => each.code !== dropped);
  expect(problemsOf({ questions: without('Q8') })).toEqual([`method.wrong ${code}`]);
  expect(problemsOf({ questions: without('Q11') })).toEqual([`method.wrong ${code}`]);
});
