import { describe, expect, it } from 'vitest';
import { alteredItems } from './altered-items.ts';
import { example } from './example.fixture.ts';
import type { Option, Question } from './questionnaire.ts';
import { ratedItems } from './rated-items.ts';
import { tidyQuestionnaire } from './tidy.ts';

const changed = (code: string, change: Partial<Question>) => ({
  ...example,
  questions: example.questions.map((question) =>
    question.code === code ? { ...question, ...change } : (question as Question),
  ),
});
const scale: readonly Option[] = example.questions[2].options;

describe('ratedItems', () => {
  it('are the scales and the lines of matrices, by family', () => {
    const { families, overall, asked } = ratedItems([example]);
    expect(Object.fromEntries(families)).toEqual({ A: ['Q4.web'], D: ['Q4.hall'] });
    expect([overall, asked]).toEqual(['Q3', 3]);
  });

  it('are those of earlier questionnaires too; the present family holds, and the present question on the whole', () => {
    const [before, after] = [
      changed('Q6', { kind: 'scale', options: scale, family: 'A' }),
      { ...changed('Q4', { rows: [{ ...example.questions[3].rows[0], family: 'D' }] }) },
    ];
    const { families, overall, asked } = ratedItems([before, after]);
    // Q6 is answered in words now: its earlier answers on a scale are another thing, and do not count.
    expect(Object.fromEntries(families)).toEqual({ D: ['Q4.web', 'Q4.hall'] });
    expect([overall, asked]).toEqual(['Q3', 2]);
    const renamed = changed('Q3', { code: 'Q13' });
    expect(ratedItems([example, renamed]).overall).toBe('Q13');
  });
});

describe('alteredItems', () => {
  it.each<[string, Partial<Question>, string[]]>([
    ['other words', { text: { zh: '另一问', en: '' }, family: 'A', required: false }, []],
    ['another order of options', { options: scale.toReversed() }, []],
    [
      'an option more',
      { options: [...scale, { code: 'new', label: { zh: '新', en: '' }, value: null }] },
      ['Q3'],
    ],
    ['an option less', { options: scale.slice(1) }, ['Q3']],
    [
      'another value',
      { options: scale.map((one) => (one.value === 60 ? { ...one, value: 50 } : one)) },
      ['Q3'],
    ],
    ['another kind', { kind: 'single' }, ['Q3']],
    ['another code', { code: 'Q33' }, []],
  ])('%s', (_, change, items) => {
    expect(alteredItems(example, changed('Q3', change))).toEqual(items);
  });

  it('names the lines of a matrix', () => {
    expect(alteredItems(example, changed('Q4', { options: scale.slice(1) }))).toEqual(['Q4.web', 'Q4.hall']);
  });
});

describe('tidyQuestionnaire', () => {
  it('puts questions in the order of their sections, those outside of any first', () => {
    const sections = [
      { code: 'b', title: { zh: '乙', en: '' } },
      { code: 'a', title: { zh: '甲', en: '' } },
    ];
    const places: Record<string, string> = { Q1: 'a', Q2: 'b', Q4: 'a', Q5: 'b' };
    const questions = example.questions.map((one) => ({ ...one, section: places[one.code] ?? null }));
    const order = tidyQuestionnaire({ ...example, sections, questions }).questions.map(({ code }) => code);
    expect(order).toEqual(['Q3', 'Q6', 'Q2', 'Q5', 'Q1', 'Q4']);
  });

  it('keeps of a question what its kind has a use for', () => {
    const whole = {
      options: scale,
      family: 'A',
      rows: example.questions[3].rows,
      number: example.questions[4].number,
    };
    const kept = (kind: Question['kind']) => {
      const { questions } = tidyQuestionnaire(changed('Q3', { kind, ...whole }));
      const { options, family, rows, number } = questions[2] ?? {};
      return [options?.map(({ value }) => value), family, rows?.length, number !== null];
    };
    expect(kept('scale')).toEqual([[100, 60, 0, null], 'A', 0, false]);
    expect(kept('matrix')).toEqual([[100, 60, 0, null], null, 2, false]);
    expect(kept('single')).toEqual([[null, null, null, null], null, 0, false]);
    expect(kept('number')).toEqual([[], null, 0, true]);
    expect(kept('text')).toEqual([[], null, 0, false]);
  });

  it('changes nothing the second time', () => {
    const once = tidyQuestionnaire(
      changed('Q6', { text: { zh: '一\r\n二\r三', en: '' }, hint: { zh: '', en: '' } }),
    );
    expect(once.questions[5]?.text.zh).toBe('一\n二\n三');
    expect(once.questions[5]?.hint).toBeNull();
    expect(tidyQuestionnaire(once)).toEqual(once);
  });
});
