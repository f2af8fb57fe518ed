import type { Appraisal } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { publicAppraisal } from './public-appraisal.ts';
import { blankCells } from './small-cells.ts';

const cells = (...counts: number[]) => new Map(counts.map((count, at) => [String(at), count]));
const blanks = (...counts: number[]) => [...blankCells(cells(...counts))].toSorted();

describe('a row of cells with a known total', () => {
  it.each([
    [[40, 25, 5, 0], []],
    // One small cell would be the total less the others: the next larger one goes with it.
    [
      [40, 25, 4, 9],
      ['2', '3'],
    ],
    // Two small ones are a small group together, three people: again the next larger one.
    [
      [40, 25, 1, 2],
      ['1', '2', '3'],
    ],
    // Two that are five together.
    [
      [40, 1, 4, 0],
      ['1', '2'],
    ],
    // There is no other.
    [[4, 0], ['0']],
    [
      [3, 50],
      ['0', '1'],
    ],
    [[], []],
  ])('%j: %j are left blank', (counts, blank) => {
    expect(blanks(...counts)).toEqual(blank);
  });

  it('what is blank is never one cell, nor fewer than five people, where others are there', () => {
    for (let seed = 1; seed < 2000; seed += 1) {
      const counts = Array.from({ length: 6 }, (_, at) => ((seed * 7919 * (at + 3)) % 23) % (at + 9));
      const found = blanks(...counts);
      const shown = counts.filter((_, at) => !found.includes(String(at)));
      expect(shown.every((count) => count === 0 || count >= 5)).toBe(true);
      const hidden = counts.filter((_, at) => found.includes(String(at)));
      if (hidden.length === 0 || shown.every((count) => count === 0)) continue;
      expect(hidden.length).toBeGreaterThanOrEqual(2);
      expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5);
    }
  });
});

const words = { zh: '', en: '' };
const group = (code: string, received: number, valid = received) => ({
  code,
  label: words,
  weight: 10,
  received,
  valid,
  mean: 70,
  counted: valid >= 5,
});
const scale = (code: string, counts: Record<string, number>, mean: number | null = 70) => {
  const dontKnow = counts['dont-know'] ?? 0;
  const answered = Object.values(counts).reduce((sum, count) => sum + count, 0) - dontKnow;
  return { code, answered, dontKnow, mean, counts, unrated: ['dont-know'] };
};
const appraisal = (changes: Partial<Appraisal>): Appraisal => ({
  received: 120,
  valid: 110,
  score: 71,
  reason: null,
  interval: null,
  grade: null,
  families: {},
  overall: null,
  groups: [],
  questions: [],
  ...changes,
});
const groupsOf = (...groups: ReturnType<typeof group>[]) =>
  publicAppraisal(appraisal({ groups })).groups.map(({ received, valid, mean }) => [received, valid, mean]);
const questionOf = (question: Appraisal['questions'][number], changes: Partial<Appraisal> = {}) =>
  publicAppraisal(appraisal({ ...changes, questions: [question] })).questions[0];

describe('the appraisal in public', () => {
  it('leaves out a small group, the next larger one, and the mean of the small one', () => {
    expect(groupsOf(group('A', 60), group('B', 30), group('C', 20), group('E', 3), group('F', 0))).toEqual([
      [60, 60, 70],
      [30, 30, 70],
      [null, null, 70],
      [null, null, null],
      [0, 0, 70],
    ]);
  });

  it('looks at who is valid too, since both totals are known', () => {
    expect(groupsOf(group('A', 60), group('B', 30), group('C', 7, 4))).toEqual([
      [60, 60, 70],
      [null, null, 70],
      [null, null, null],
    ]);
  });

  it('leaves out three levels of a scale, since its mean is known', () => {
    const question = scale('Q3', { best: 40, good: 30, fair: 12, poor: 6, worst: 2, 'dont-know': 10 });
    expect(questionOf(question)).toMatchObject({
      counts: { best: 40, good: 30, fair: null, poor: null, worst: null, 'dont-know': 10 },
      mean: 70,
      answered: 90,
      dontKnow: 10,
    });
    const short = scale('Q3', { best: 40, worst: 2, 'dont-know': 10 });
    expect(questionOf(short)).toMatchObject({ counts: { best: null, worst: null }, mean: null });
  });

  it('leaves out few who do not know, and what would give them away', () => {
    const question = scale('Q3', { best: 40, good: 30, fair: 12, poor: 6, 'dont-know': 3 });
    expect(questionOf(question)).toEqual({
      ...question,
      counts: { best: 40, good: null, fair: null, poor: null, 'dont-know': null },
      answered: null,
      dontKnow: null,
    });
  });

  it('leaves nothing out where nothing is small', () => {
    const question = scale('Q3', { best: 40, good: 30, fair: 12, poor: 6, worst: 0, 'dont-know': 10 });
    const whole = appraisal({ groups: [group('A', 60), group('B', 60)], questions: [question] });
    expect(publicAppraisal(whole)).toEqual(whole);
  });

  it('does not tell by the question on groups what it left out of the groups', () => {
    const counts = { A: 60, B: 30, C: 7 };
    const question = { code: 'Q1', answered: 97, dontKnow: 0, mean: null, counts };
    const groups = [group('A', 60), group('B', 30), group('C', 7, 4)];
    expect(questionOf(question, { groups })?.counts).toEqual({ A: 60, B: null, C: null });
  });

  it('does not tell by the score on the whole what it left out of its question', () => {
    const question = scale('Q11', { best: 40, worst: 2 }, 95.2);
    expect(publicAppraisal(appraisal({ questions: [question], overall: 95.2 })).overall).toBeNull();
  });

  it('of several choices each stands alone: few who chose it, few who did not', () => {
    const counts = { website: 60, hall: 58, phone: 4, none: 12 };
    const question = { code: 'Q2', answered: 60, dontKnow: 0, mean: null, counts, several: true };
    expect(questionOf(question)?.counts).toEqual({ website: 60, hall: null, phone: null, none: 12 });
    expect(questionOf({ ...question, several: undefined })?.counts).toEqual(questionOf(question)?.counts);
  });

  it('leaves out small channels and contacts', () => {
    const channel = (code: string, counted: number, held = 0) => ({
      code,
      name: words,
      counted,
      held,
      refused: 0,
    });
    const contact = {
      dealt: { received: 100, valid: 95, mean: 70 },
      never: { received: 3, valid: 3, mean: 20 },
    };
    const shown = publicAppraisal(
      appraisal({
        channels: [channel('open', 90, 12), channel('deputies', 20), channel('hall', 2)],
        contact,
      }),
    );
    expect(shown.channels?.map(({ counted, held }) => [counted, held])).toEqual([
      [90, 12],
      [null, 0],
      [null, 0],
    ]);
    expect(shown.contact).toBeNull();
  });

  it('is the same done twice', () => {
    const once = publicAppraisal(
      appraisal({
        groups: [group('A', 60), group('B', 30), group('C', 7, 4)],
        questions: [scale('Q3', { best: 40, good: 30, fair: 12, poor: 6, worst: 2, 'dont-know': 3 })],
      }),
    );
    expect(publicAppraisal(once)).toEqual(once);
  });
});
