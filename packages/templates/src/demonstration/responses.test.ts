import { appraise } from '@gongping/statistics';
import type { AppraisalMethod } from '@gongping/statistics';
import { describe, expect, test } from 'vitest';
import { demonstration2019, demonstration2020, template } from './sample.fixture.ts';
import type { Demonstration } from './types.ts';

const { questions, method } = template.questionnaire;
const codesOf = (family: string): string[] =>
  questions.filter((question) => question.family === family).map(({ code }) => code);
const appraisal = {
  ...method,
  families: Object.fromEntries(
    Object.entries(method.familyWeights).map(([family, weight]) => [
      family,
      { weight, questions: codesOf(family) },
    ]),
  ),
  overall: { question: codesOf('overall')[0] ?? '', share: method.overallShare },
} satisfies AppraisalMethod;

const values = new Map(
  questions.flatMap(({ code, options }) => options.map((option) => [`${code} ${option.code}`, option.value])),
);

function appraiseUnit({ responses }: Demonstration, unitCode: string) {
  const about = responses.filter((response) => response.unitCode === unitCode);
  const numeric = about.map(({ group, answers }) => ({
    group,
    answers: Object.fromEntries(
      Object.entries(answers).map(([code, answer]) => [
        code,
        values.get(`${code} ${String(answer)}`) ?? null,
      ]),
    ),
  }));
  return appraise(numeric, appraisal);
}

const results = template.units.map(({ code }) => ({ code, ...appraiseUnit(demonstration2020, code) }));

describe('responses', () => {
  test('are about 4,000 in 2020 and fewer in 2019', () => {
    expect(demonstration2020.responses.length).toBeGreaterThan(3800);
    expect(demonstration2020.responses.length).toBeLessThan(4200);
    expect(demonstration2019.responses.length).toBeGreaterThan(1400);
    expect(demonstration2019.responses.length).toBeLessThan(1800);
  });

  test('choose from what the questionnaire offers', () => {
    for (const { group, answers, comment } of demonstration2020.responses) {
      expect(answers[method.groupQuestion]).toBe(group);
      for (const [code, answer] of Object.entries(answers)) {
        for (const option of [answer].flat()) expect(values.has(`${code} ${option}`)).toBe(true);
      }
      if (comment !== undefined) expect(comment.length).toBeGreaterThan(5);
    }
  });

  test('come in order, in the weeks of the survey', () => {
    const times = demonstration2020.responses.map(({ submittedAt }) => submittedAt);
    expect(times).toEqual(times.toSorted());
    expect(times[0]?.slice(0, 10)).toBe('2020-11-01');
    expect(times.at(-1)?.slice(0, 10)).toBe('2020-11-28');
  });

  test('give every unit of 2020 a score but three', () => {
    const without = results.filter(({ score }) => score === null);
    expect(without.map(({ code, gap }) => [code, gap])).toEqual([
      ['D23', 'sample-too-small'],
      ['D24', 'sample-too-small'],
      ['D25', 'sample-too-small'],
    ]);
    // Some satisfied (from 80), some fairly so (from 60), nobody below.
    const scores = results.flatMap(({ score }) => score ?? []);
    expect(Math.max(...scores)).toBeGreaterThanOrEqual(80);
    expect(Math.min(...scores)).toBeLessThan(80);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(60);
  });

  test('give counties a score in 2019, when departments were asked about in passing', () => {
    expect(appraiseUnit(demonstration2019, 'C04').score).not.toBeNull();
    expect(appraiseUnit(demonstration2019, 'D04').gap).toBe('sample-too-small');
  });

  test('include some that answer too little, groups too small to count, and a fair share of 不了解', () => {
    expect(results.every(({ received, valid }) => received > valid)).toBe(true);
    const small = results.flatMap(({ groups }) =>
      groups.filter(({ exclusion }) => exclusion === 'below-minimum'),
    );
    expect(small.length).toBeGreaterThan(3);
    const shares = results.flatMap(({ questions: all }) => all.filter(({ question }) => question === 'Q8'));
    const mean = shares.reduce((sum, { unknownShare }) => sum + (unknownShare ?? 0), 0) / shares.length;
    expect(mean).toBeGreaterThan(0.2);
    expect(mean).toBeLessThan(0.4);
  });

  test('comment now and then, in many words', () => {
    const comments = demonstration2020.responses.flatMap(({ comment }) =>
      comment === undefined ? [] : [comment],
    );
    expect(comments.length).toBeGreaterThan(300);
    expect(new Set(comments).size).toBe(60);
  });
});
