import { questionnaire } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { shownAnswers } from './shown-answers.ts';

const words = (zh: string) => ({ zh, en: zh });
const asked = questionnaire.parse({
  title: words('问卷'),
  introduction: words(''),
  minutes: 1,
  groupQuestion: 'Q1',
  questions: [
    {
      code: 'Q1',
      kind: 'multiple',
      text: words('渠道'),
      options: [
        { code: 'web', label: words('网站'), value: null },
        { code: 'hall', label: words('大厅'), value: null },
      ],
      family: null,
      required: false,
    },
    { code: 'Q2', kind: 'text', text: words('意见'), options: [], family: null, required: false },
  ],
});

it('shows answers in the order of the questions, by the words of the options', () => {
  const shown = shownAnswers({ Q2: '好', Q9: 'x', Q1: ['hall', 'web', 'tv'] }, asked);
  expect(shown.map(({ code }) => code)).toEqual(['Q1', 'Q2', 'Q9']);
  expect(shown[0]?.options.map(({ zh }) => zh)).toEqual(['大厅', '网站', 'tv']);
  expect(shown.map((one) => one.words)).toEqual([null, '好', 'x']);
});
