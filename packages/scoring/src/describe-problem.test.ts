import { expect, it } from 'vitest';
import { describeProblem } from './describe-problem.ts';
import { inputSentences } from './input-sentences.ts';
import { ruleSentences } from './rule-sentences.ts';
import { warningSentences } from './warning-sentences.ts';

const gaps = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();

it.each(Object.entries({ ...ruleSentences, ...inputSentences, ...warningSentences }))(
  '%s says the same in both languages',
  (_, { zh, en }) => {
    expect(gaps(zh)).toEqual(gaps(en));
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/\.$/);
  },
);

it('fills the gaps from the params', () => {
  const problem = { code: 'deduction-once', params: { code: 'late', count: 2 } } as const;
  expect(describeProblem(problem, 'en')).toBe('The deduction “late” counts once only, not 2 times.');
  expect(describeProblem(problem, 'zh')).toBe('扣分项“late”只扣一次，收到的次数是 2。');
});
