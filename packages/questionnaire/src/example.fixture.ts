import type { Option, Question, Questionnaire } from './questionnaire.ts';

const words = (zh: string) => ({ zh, en: '' });
const option = (code: string, value: number | null = null): Option => ({ code, label: words(code), value });
const scale = [option('good', 100), option('fair', 60), option('poor', 0), option('dont-know')];
const plain: Omit<Question, 'code' | 'kind'> = {
  text: words('问题'),
  options: [],
  family: null,
  required: false,
  hint: null,
  section: null,
  askedIf: [],
  rows: [],
  number: null,
};
const dealt = { question: 'Q2', options: ['web', 'hall'] };

/** One question of every kind: Q4 and Q5 for who has dealt with the unit, Q6 for those of them who say it is fair or poor. */
export const example = {
  title: words('问卷'),
  introduction: words('匿名'),
  minutes: 2,
  groupQuestion: 'Q1',
  contact: { question: 'Q2', never: ['never'] },
  sections: [],
  questions: [
    { ...plain, code: 'Q1', kind: 'single', options: [option('A'), option('B')], required: true },
    { ...plain, code: 'Q2', kind: 'multiple', options: [option('web'), option('hall'), option('never')] },
    { ...plain, code: 'Q3', kind: 'scale', options: scale, family: 'overall', required: true },
    {
      ...plain,
      code: 'Q4',
      kind: 'matrix',
      options: scale,
      rows: [
        { code: 'web', text: words('网站'), family: 'A' },
        { code: 'hall', text: words('大厅'), family: 'D' },
      ],
      askedIf: [dealt],
    },
    {
      ...plain,
      code: 'Q5',
      kind: 'number',
      number: { minimum: 0, maximum: 120, whole: true },
      askedIf: [dealt],
    },
    { ...plain, code: 'Q6', kind: 'text', askedIf: [dealt, { question: 'Q3', options: ['fair', 'poor'] }] },
  ],
} as const satisfies Questionnaire;

export const answered = { Q1: 'A', Q2: ['web', 'hall'], Q3: 'good' };
