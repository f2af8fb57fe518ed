import { describe, expect, test } from 'vitest';
import { generateDemonstration } from './generate-demonstration.ts';
import { demonstration2020, template } from './sample.fixture.ts';

describe('generateDemonstration', () => {
  test('gives deeply equal data for the same seed, and other data for another', () => {
    expect(generateDemonstration({ ...template, year: 2020, seed: 19 })).toEqual(demonstration2020);
    expect(generateDemonstration({ ...template, year: 2020, seed: 20 }).scores).not.toEqual(
      demonstration2020.scores,
    );
  });

  test('has one of each role it needs, and an evaluator with a conflict of interest', () => {
    const roles = demonstration2020.people.map(({ role }) => role);
    const count = (wanted: string): number => roles.filter((role) => role === wanted).length;
    expect(['organiser', 'evaluator', 'reviewer', 'liaison', 'leader'].map(count)).toEqual([1, 4, 1, 2, 1]);
    expect(new Set(demonstration2020.people.map(({ username }) => username)).size).toBe(9);
    expect(demonstration2020.people.filter(({ unitCode }) => unitCode === 'D01')).toMatchObject([
      { role: 'evaluator' },
    ]);
  });
});

describe('completeness', () => {
  const some = generateDemonstration({ ...template, year: 2020, seed: 19, completeness: 0.6 });

  test('leaves about that share scored, the entered ones unchanged', () => {
    const share = some.scores.length / demonstration2020.scores.length;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.7);
    const all = new Set(demonstration2020.scores.map((score) => JSON.stringify(score)));
    expect(some.scores.filter((score) => !all.has(JSON.stringify(score)))).toEqual([]);
  });

  test('does not touch the survey, and knows its bounds', () => {
    expect(some.responses).toEqual(demonstration2020.responses);
    expect(generateDemonstration({ ...template, year: 2020, seed: 19, completeness: 0 }).scores).toEqual([]);
    expect(() => generateDemonstration({ ...template, year: 2020, seed: 19, completeness: 1.1 })).toThrow(
      RangeError,
    );
  });
});
