import type { Question } from '@gongping/questionnaire';
import { describe, expect, it } from 'vitest';
import { askedIfOf } from './asked-if.ts';

const words = { zh: '题', en: '' };
const question = (code: string, kind: Question['kind'], required: boolean): Question => ({
  code,
  kind,
  text: words,
  options: ['a', 'b', 'c'].map((option) => ({ code: option, label: words, value: null })),
  family: null,
  required,
  hint: null,
  section: null,
  askedIf: [],
  rows: [],
  number: null,
});
const questions = [
  question('q', 'single', true),
  question('r', 'multiple', true),
  question('s', 'single', false),
];
const read = (expression: string) =>
  askedIfOf(expression, questions, ({ name, value }) => ({
    question: name.replace('.NAOK', ''),
    option: value,
  }));

describe('conditions that are carried over', () => {
  it.each([
    ["${q} = 'a'", [{ question: 'q', options: ['a'] }]],
    ["'a' = ${q}", [{ question: 'q', options: ['a'] }]],
    ['((q.NAOK == "a"))', [{ question: 'q', options: ['a'] }]],
    ["selected(${r}, 'b')", [{ question: 'r', options: ['b'] }]],
    ["${q}='a' or ${q}='b'", [{ question: 'q', options: ['a', 'b'] }]],
    [
      "(${q}='a' or ${q}='b') and selected(${r},'c')",
      [
        { question: 'q', options: ['a', 'b'] },
        { question: 'r', options: ['c'] },
      ],
    ],
    [
      'q.NAOK eq "a" && (r.NAOK == "b" && s.NAOK == "c")',
      [
        { question: 'q', options: ['a'] },
        { question: 'r', options: ['b'] },
        { question: 's', options: ['c'] },
      ],
    ],
    ["${q} != 'a'", [{ question: 'q', options: ['b', 'c'] }]],
    ["not(${q} = 'a')", [{ question: 'q', options: ['b', 'c'] }]],
    ['1', []],
  ])('%s', (expression, conditions) => {
    expect(read(expression)).toEqual(conditions);
  });
});

describe('conditions that ours cannot say', () => {
  it.each([
    ["${q} = 'a' or ${r} = 'b'", 'one of two questions'],
    ["not(selected(${r}, 'a'))", 'what was not chosen among several'],
    ["${s} != 'a'", 'another answer or none: the question may be left open'],
    ["${q} = 'x'", 'an option that is not there'],
    ["${z} = 'a'", 'a question that is not there'],
    ['${q} > 3', 'an order'],
    ['count(${r}) = 2', 'a function'],
    ["${q} = 'a' and", 'half a sentence'],
    ["(${q} = 'a'", 'a bracket left open'],
    [`${'('.repeat(300)}1${')'.repeat(300)}`, 'more than people write'],
    ['${q} = ${r}', 'two questions'],
  ])('%s: %s', (expression) => {
    expect(read(expression)).toBeNull();
  });
});
