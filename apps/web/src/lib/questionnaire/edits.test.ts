import type { QuestionnaireDraft } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { asKind, changeEntry, copyQuestion, insertEntry, newQuestion, removeEntry } from './edits.ts';
import { entriesOf, fromEntries, placeEntry, stepFrom } from './entries.ts';

const words = { zh: '', en: '' };
const empty: QuestionnaireDraft = {
  title: words,
  introduction: words,
  minutes: 3,
  groupQuestion: 'Q1',
  contact: { question: 'Q1', never: ['a'] },
  sections: [
    { code: 's', title: words },
    { code: 't', title: words },
  ],
  questions: [],
};
/** Q1, then s: Q2, Q3, then t: Q4. */
const draft = [null, 's', 's', 't'].reduce<QuestionnaireDraft>(
  (made, section) => ({
    ...made,
    questions: [...made.questions, { ...newQuestion(made, 'single'), section }],
  }),
  empty,
);
const list = (of: QuestionnaireDraft) =>
  entriesOf(of)
    .map((entry) => (entry.kind === 'section' ? `[${entry.section.code}]` : entry.question.code))
    .join(' ');
const stepped = (at: number, direction: 'up' | 'down') => {
  const entries = entriesOf(draft);
  const before = stepFrom(entries, at, direction);
  return before === null ? null : list(fromEntries(draft, placeEntry(entries, at, before).entries));
};

it('lists questions below the section that they stand in', () => {
  expect(list(draft)).toBe('Q1 [s] Q2 Q3 [t] Q4');
});

describe('moving', () => {
  it.each([
    [0, 'up', null],
    [0, 'down', '[s] Q1 Q2 Q3 [t] Q4'],
    [2, 'up', 'Q1 Q2 [s] Q3 [t] Q4'],
    [3, 'up', 'Q1 [s] Q3 Q2 [t] Q4'],
    [3, 'down', 'Q1 [s] Q2 [t] Q3 Q4'],
    [5, 'down', null],
    // A section takes its questions along.
    [1, 'down', 'Q1 [t] Q4 [s] Q2 Q3'],
    [4, 'up', 'Q1 [t] Q4 [s] Q2 Q3'],
    [1, 'up', null],
    [4, 'down', null],
  ] as const)('entry %d %s', (at, direction, expected) => {
    expect(stepped(at, direction)).toBe(expected);
  });

  it('puts an entry before any other, and nowhere within itself', () => {
    const put = (from: number, before: number) => {
      const { entries, at } = placeEntry(entriesOf(draft), from, before);
      return [list(fromEntries(draft, entries)), at];
    };
    expect(put(5, 0)).toEqual(['Q4 Q1 [s] Q2 Q3 [t]', 0]);
    expect(put(0, 6)).toEqual(['[s] Q2 Q3 [t] Q4 Q1', 5]);
    expect(put(1, 3)).toEqual(['Q1 [s] Q2 Q3 [t] Q4', 1]);
  });
});

describe('changing', () => {
  it('adds after an entry, copies under a free code, removes', () => {
    const question = newQuestion(draft, 'matrix');
    expect(question).toMatchObject({ code: 'Q5', rows: [{ code: 'a' }] });
    expect(question.options.map(({ value }) => value)).toEqual([100, 80, 60, 30, 0, null]);
    expect(list(insertEntry(draft, 2, { kind: 'question', question }))).toBe('Q1 [s] Q2 Q5 Q3 [t] Q4');
    expect(list(insertEntry(draft, null, { kind: 'question', question }))).toBe('Q1 [s] Q2 Q3 [t] Q4 Q5');
    expect(list(copyQuestion(draft, 0))).toBe('Q1 Q5 [s] Q2 Q3 [t] Q4');
    expect(list(removeEntry(draft, 3))).toBe('Q1 [s] Q2 [t] Q4');
    // The questions of a section that is gone stay where they are.
    expect(list(removeEntry(draft, 4))).toBe('Q1 [s] Q2 Q3 Q4');
  });

  it('takes along what names a question whose code changes, unless another one has that code', () => {
    const conditional = changeEntry(draft, 2, {
      kind: 'question',
      question: { ...newQuestion(draft, 'text'), code: 'Q2', askedIf: [{ question: 'Q1', options: ['a'] }] },
    });
    const [first] = conditional.questions;
    const rename = (code: string) =>
      first ? changeEntry(conditional, 0, { kind: 'question', question: { ...first, code } }) : conditional;
    expect(rename('Who')).toMatchObject({ groupQuestion: 'Who', contact: { question: 'Who' } });
    expect(rename('Who').questions[1]?.askedIf).toEqual([{ question: 'Who', options: ['a'] }]);
    expect(rename('Q3').questions[1]?.askedIf).toEqual([{ question: 'Q1', options: ['a'] }]);
  });

  it('makes another kind of a question without losing what fits', () => {
    const scale = asKind(newQuestion(draft, 'text'), 'scale');
    expect(scale.options).toHaveLength(6);
    expect(asKind(scale, 'single').options).toEqual(scale.options);
    expect(asKind({ ...scale, family: 'A' }, 'matrix').rows).toEqual([
      { code: 'a', text: words, family: 'A' },
    ]);
    expect(asKind(scale, 'number')).toMatchObject({ options: [], number: { minimum: null, whole: true } });
  });
});
