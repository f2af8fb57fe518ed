import type { Rule } from '@gongping/scoring';
import { expect, it } from 'vitest';
import { missingOf } from './missing.ts';

const deduct: Rule = { method: 'deduct', items: [] };
const bonus: Rule = { method: 'bonus' };
const mean = (marks: string, reason = '') => ({ state: 'scored' as const, input: null, marks, reason });

it.each([
  ['4.0000000000', deduct, '', 0, []],
  ['3.9999999999', deduct, '', 0, ['reason', 'evidence']],
  ['3.25', deduct, '缺一条', 0, ['evidence']],
  ['3.25', deduct, '缺一条', 1, []],
  ['0', bonus, '', 0, []],
  ['2.5', bonus, '', 0, ['reason', 'evidence']],
  ['2.5', bonus, '首创', 1, []],
] as const)(
  'the mean %s of 4 marks by the rule %j, said %j, with %i pieces: %j',
  (marks, rule, reason, count, wanted) => {
    expect(missingOf(mean(marks, reason), { rule, fullMarks: 4 }, count)).toEqual(wanted);
  },
);

it('what is N/A or unscored lacks nothing here', () => {
  for (const state of ['not_applicable', 'unscored'] as const) {
    expect(
      missingOf({ state, input: null, marks: null, reason: '' }, { rule: deduct, fullMarks: 4 }, 0),
    ).toEqual([]);
  }
});
