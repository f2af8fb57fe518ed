import { describe, expect, test } from 'vitest';
import { appraise } from './appraise.ts';
import type { AppraisalMethod, AppraisalResponse } from './appraisal-method.ts';

const method = {
  families: {
    A: { weight: 0.3, questions: ['Q5', 'Q6', 'Q7'] },
    B: { weight: 0.1, questions: ['Q8'] },
    C: { weight: 0.3, questions: ['Q9', 'Q10'] },
    D: { weight: 0.3, questions: ['Q3', 'Q4'] },
  },
  overall: { question: 'Q11', share: 0.2 },
  minimumAnswered: 5,
  groups: {
    people: { weight: 40 },
    business: { weight: 25 },
    deputies: { weight: 15 },
    staff: { weight: 0 },
  },
  minimumGroup: 2,
  minimumSample: 8,
} satisfies AppraisalMethod;

/** Answers to Q3…Q11 in order. */
function response(group: string, ...values: (number | null)[]): AppraisalResponse {
  return { group, answers: Object.fromEntries(values.map((value, at) => [`Q${at + 3}`, value])) };
}

const alike = (group: string, value: number): AppraisalResponse =>
  response(group, ...Array.from({ length: 9 }, () => value));

/*
 * By hand.   D         A             B     C         overall     s
 * people 1   all 100                                             100
 * people 2   all 80                                              80
 * people 3   (80,60)70 (100,–,60)80  –     (30,–)30  60          0.8·(24+9+21)/0.9 + 0.2·60 = 60
 * business 1 all 60, overall –                                   60
 * business 2 100       80            60    30        100         0.8·(24+6+9+30) + 20 = 75.2
 * deputies 1 all 30                                              30
 * deputies 2 four answers: not valid
 * staff 1, 2 all 0                                               0
 * people: mean 80, s² 400, n 3.   business: mean 67.6, s² 2·7.6² = 115.52, n 2.
 * S = (40·80 + 25·67.6)/65 = 4890/65.   Var = (40/65)²·400/3 + (25/65)²·115.52/2 = 249433.33…/4225.
 */
const sample = [
  alike('people', 100),
  alike('people', 80),
  response('people', 80, 60, 100, null, 60, null, 30, null, 60),
  response('business', 60, 60, 60, 60, 60, 60, 60, 60, null),
  response('business', 100, 100, 80, 80, 80, 60, 30, 30, 100),
  alike('deputies', 30),
  response('deputies', 100, 100, 100, 100),
  alike('staff', 0),
  alike('staff', 0),
];

describe('a unit with enough responses', () => {
  const result = appraise(sample, method);

  test('scores the weighted mean of its counted groups', () => {
    expect(result).toMatchObject({ received: 9, valid: 8, gap: null });
    expect(result.score).toBeCloseTo(4890 / 65, 12);
  });

  test('shows groups that do not count, and why', () => {
    const [people, business, deputies, staff] = result.groups;
    expect(people).toMatchObject({ group: 'people', n: 3, weight: 40, counted: true, exclusion: null });
    expect(people?.mean).toBeCloseTo(80, 12);
    expect(people?.variance).toBeCloseTo(400, 10);
    expect(business?.mean).toBeCloseTo(67.6, 12);
    expect(business?.variance).toBeCloseTo(115.52, 10);
    expect(deputies).toMatchObject({ n: 1, mean: 30, variance: null, exclusion: 'below-minimum' });
    expect(staff).toMatchObject({ n: 2, mean: 0, counted: false, exclusion: 'no-weight' });
  });

  test('has a 95 % interval from the weighted variance', () => {
    const reach = 1.959964 * Math.sqrt((1600 * (400 / 3) + 625 * 57.76) / 4225);
    expect(result.interval?.lower).toBeCloseTo(4890 / 65 - reach, 10);
    expect(result.interval?.upper).toBeCloseTo(4890 / 65 + reach, 10);
    expect(reach).toBeCloseTo(15.0595, 3);
  });

  test('scores families with the same groups, 不了解 left out', () => {
    expect(result.families.A).toBeCloseTo((40 * (260 / 3) + 25 * 70) / 65, 10);
    expect(result.families.B).toBeCloseTo((40 * 90 + 25 * 60) / 65, 10);
    expect(result.families.C).toBeCloseTo((40 * 70 + 25 * 45) / 65, 10);
    expect(result.families.D).toBeCloseTo((40 * (250 / 3) + 25 * 80) / 65, 10);
  });

  test('counts answers and 不了解 over all responses received', () => {
    const question = result.questions.find(({ question: code }) => code === 'Q8');
    expect(question).toEqual({
      question: 'Q8',
      counts: [
        { value: 100, count: 1 },
        { value: 80, count: 1 },
        { value: 60, count: 2 },
        { value: 30, count: 1 },
        { value: 0, count: 2 },
      ],
      answered: 7,
      unknown: 2,
      unknownShare: 2 / 9,
    });
    expect(result.questions).toHaveLength(9);
  });
});

describe('a unit without a score', () => {
  test('has one valid response too few, and keeps its counts', () => {
    const result = appraise(sample.slice(0, -1), method);
    expect(result).toMatchObject({
      valid: 7,
      score: null,
      gap: 'sample-too-small',
      interval: null,
    });
    expect(result.families).toEqual({ A: null, B: null, C: null, D: null });
    expect(result.groups[0]).toMatchObject({ n: 3, counted: true });
  });

  test('has only groups below their minimum or without weight', () => {
    const responses = [alike('people', 80), alike('visitors', 80), alike('visitors', 80)];
    const result = appraise(responses, { ...method, minimumSample: 3 });
    expect(result).toMatchObject({ score: null, gap: 'no-countable-group' });
    expect(result.groups.at(-1)).toMatchObject({
      group: 'visitors',
      n: 2,
      weight: 0,
      exclusion: 'no-weight',
    });
  });

  test('has no responses at all, and nothing is NaN', () => {
    const result = appraise([], method);
    expect(result).toMatchObject({ received: 0, valid: 0, gap: 'sample-too-small' });
    expect(result.questions[0]).toMatchObject({ counts: [], unknown: 0, unknownShare: null });
    expect(result.groups[0]).toMatchObject({ n: 0, mean: null, variance: null });
  });
});

describe('validity', () => {
  test('five answers are enough, four are not', () => {
    const loose = { ...method, minimumSample: 0 };
    expect(appraise([response('people', 80, 80, 80, 80, 80)], loose).valid).toBe(1);
    expect(appraise([response('people', 80, 80, 80, 80)], loose).valid).toBe(0);
  });

  test('a counted group of one leaves the interval undefined', () => {
    const result = appraise([alike('people', 80)], { ...method, minimumSample: 1, minimumGroup: 1 });
    expect(result).toMatchObject({ score: 80, interval: null });
  });
});
