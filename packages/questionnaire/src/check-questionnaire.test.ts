import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from './check-questionnaire.ts';
import { example } from './example.fixture.ts';
import type { Option, Question, Questionnaire } from './questionnaire.ts';

const method = { families: ['A', 'D'], groups: ['A', 'B'] };
const spoken = { zh: '文字', en: 'words' };

/** The example with everything said in both languages, so that only what a test spoils is found. */
const right: Questionnaire = {
  ...example,
  title: spoken,
  introduction: spoken,
  questions: example.questions.map((question) => ({
    ...question,
    text: spoken,
    options: question.options.map((option) => ({ ...option, label: spoken })),
    rows: question.rows.map((row) => ({ ...row, text: spoken })),
  })),
};

const found = (questionnaire: Questionnaire) =>
  checkQuestionnaire(questionnaire, method).map(({ code, severity, place }) => [
    code,
    severity,
    [place.part, place.question, place.index, place.field].filter((step) => step !== null).join('.'),
  ]);
/** What is found once a question is changed. */
const with_ = (code: string, change: Partial<Question>) =>
  found({
    ...right,
    questions: right.questions.map((question) =>
      question.code === code ? { ...question, ...change } : question,
    ),
  });
const option = (code: string, value: number | null = null): Option => ({ code, label: spoken, value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));

it('finds nothing in a questionnaire that is right', () => {
  expect(found(right)).toEqual([]);
});

describe('the whole', () => {
  it.each<[string, Partial<Questionnaire>, unknown[]]>([
    ['no title', { title: { zh: ' ', en: 'x' } }, ['wording-empty', 'error', 'questionnaire.title']],
    ['no time', { minutes: 0 }, ['minutes-out-of-range', 'error', 'questionnaire.minutes']],
    ['an hour and more', { minutes: 61 }, ['minutes-out-of-range', 'error', 'questionnaire.minutes']],
    [
      'no group question',
      { groupQuestion: 'Q9' },
      ['group-question-missing', 'error', 'questionnaire.groupQuestion'],
    ],
    [
      'a group question of another kind',
      { groupQuestion: 'Q2' },
      ['group-question-kind', 'error', 'question.1.kind'],
    ],
    [
      'contact told by a question in words',
      { contact: { question: 'Q6', never: ['never'] } },
      ['contact-unknown', 'error', 'questionnaire.contact'],
    ],
    [
      'contact told by an option that is not there',
      { contact: { question: 'Q2', never: ['gone'] } },
      ['contact-unknown', 'error', 'questionnaire.contact'],
    ],
    [
      'an empty section',
      { sections: [{ code: 's', title: spoken }] },
      ['section-empty', 'advice', 'section.0.code'],
    ],
  ])('%s', (_, change, problem) => {
    expect(found({ ...right, ...change })).toEqual([problem]);
  });

  it('takes 60 minutes', () => {
    expect(found({ ...right, minutes: 60 })).toEqual([]);
  });

  it('counts what is not said in English, once', () => {
    const problems = checkQuestionnaire({ ...right, title: { zh: '题', en: '' } }, method);
    expect(problems).toMatchObject([{ code: 'english-missing', severity: 'advice', values: { count: 1 } }]);
  });

  it('finds nothing rated where there is no scale', () => {
    const [group] = right.questions;
    const codes = found({ ...right, contact: null, questions: group ? [group] : [] }).map(([code]) => code);
    expect(codes).toEqual(['nothing-rated']);
  });
});

describe('codes', () => {
  it.each([['Q 1'], [''], ['-x'], ['x'.repeat(33)], ['题']])('refuses %j', (code) => {
    expect(with_('Q6', { code })).toContainEqual(['code-invalid', 'error', 'question.5.code']);
  });

  it('finds a code that is there twice: of questions, options, lines', () => {
    expect(with_('Q6', { code: 'Q5', askedIf: [] })).toEqual([
      ['code-duplicate', 'error', 'question.5.code'],
    ]);
    expect(with_('Q2', { options: [option('web'), option('hall'), option('never'), option('web')] })).toEqual(
      [['code-duplicate', 'error', 'option.1.3.code']],
    );
    const [line] = right.questions[3]?.rows ?? [];
    expect(with_('Q4', { rows: line ? [line, { ...line, family: 'D' }] : [] })).toEqual([
      ['code-duplicate', 'error', 'row.3.1.code'],
    ]);
  });

  it('finds a question that is called like a line of a matrix', () => {
    expect(with_('Q6', { code: 'Q4.web' })).toEqual([['code-duplicate', 'error', 'question.3.rows']]);
  });
});

describe('questions', () => {
  it.each<[string, string, Partial<Question>, unknown[]]>([
    ['no wording', 'Q6', { text: { zh: '', en: 'x' } }, ['wording-empty', 'error', 'question.5.text']],
    [
      'a section that is not there',
      'Q6',
      { section: 's' },
      ['section-unknown', 'error', 'question.5.section'],
    ],
    [
      'a group that may be left open',
      'Q1',
      { required: false },
      ['group-question-open', 'error', 'question.0.required'],
    ],
    [
      '31 options',
      'Q2',
      { options: [...(right.questions[1]?.options ?? []), ...options(28)] },
      ['too-many-options', 'error', 'question.1.options'],
    ],
    ['no lines', 'Q4', { rows: [] }, ['rows-missing', 'error', 'question.3.rows']],
    [
      'bounds that are crossed',
      'Q5',
      { number: { minimum: 2, maximum: 1, whole: true } },
      ['bounds-crossed', 'error', 'question.4.number'],
    ],
    ['a scale of no family', 'Q3', { family: null }, ['family-missing', 'advice', 'question.2.family']],
    ['a family without weight', 'Q3', { family: 'Z' }, ['family-unknown', 'error', 'question.2.family']],
    [
      'an option without words',
      'Q2',
      { options: [option('web'), option('hall'), { ...option('never'), label: { zh: '', en: '' } }] },
      ['wording-empty', 'error', 'option.1.2.label'],
    ],
    [
      'a value above 100',
      'Q3',
      { options: [option('good', 101), option('fair', 60), option('poor', 0), option('none')] },
      ['value-out-of-range', 'error', 'option.2.0.value'],
    ],
    [
      'a scale without values',
      'Q3',
      { options: [option('good', 100), option('fair'), option('poor'), option('none')] },
      ['scale-without-values', 'error', 'question.2.options'],
    ],
    [
      'a scale without 不了解',
      'Q3',
      { options: [option('good', 100), option('fair', 60), option('poor', 0)] },
      ['scale-without-dont-know', 'error', 'question.2.options'],
    ],
  ])('%s', (_, code, change, problem) => {
    expect(with_(code, change)).toContainEqual(problem);
  });

  it('takes 30 options', () => {
    const codes = with_('Q2', { options: [...(right.questions[1]?.options ?? []), ...options(27)] });
    expect(codes).toEqual([]);
  });

  it('finds a second question on the whole, and a family that nobody is asked about', () => {
    const lines = (right.questions[3]?.rows ?? []).map((row) => ({ ...row, family: 'overall' }));
    expect(with_('Q4', { rows: lines })).toEqual([
      ['several-overall', 'error', 'row.3.0.family'],
      ['family-not-asked', 'advice', 'questionnaire.questions'],
      ['family-not-asked', 'advice', 'questionnaire.questions'],
    ]);
  });

  it('tells groups without a weight and weights without a group', () => {
    expect(with_('Q1', { options: [option('A'), option('C')] })).toEqual([
      ['group-without-weight', 'advice', 'option.0.1.code'],
      ['group-without-option', 'advice', 'question.0.options'],
    ]);
  });
});

describe('conditions', () => {
  it.each<[string, Question['askedIf'], string]>([
    ['a question that is not there', [{ question: 'Q9', options: ['a'] }], 'condition-unknown'],
    ['itself', [{ question: 'Q5', options: ['a'] }], 'condition-later'],
    ['a later question', [{ question: 'Q6', options: ['a'] }], 'condition-later'],
    ['a matrix', [{ question: 'Q4', options: ['good'] }], 'condition-kind'],
    ['no option', [{ question: 'Q2', options: [] }], 'condition-option'],
    ['an option that is not there', [{ question: 'Q2', options: ['web', 'gone'] }], 'condition-option'],
    [
      'eleven of them',
      Array.from({ length: 11 }, () => ({ question: 'Q2', options: ['web'] })),
      'too-many-conditions',
    ],
  ])('on %s', (_, askedIf, code) => {
    expect(with_('Q5', { askedIf })).toEqual([[code, 'error', 'question.4.askedIf']]);
  });
});
