import type { Rule } from '@gongping/scoring';
import { expect, test } from 'vitest';
import {
  checklist,
  credit,
  deduct,
  everyTime,
  graded,
  level,
  once,
  point,
  ratio,
} from '../indicators/rules.ts';
import { text } from '../text.ts';
import { ruleFaults } from './rule.ts';

const label = text('标签', 'Label');
const shares = (...of: readonly number[]) => checklist(of.map((share, i) => point(`p${i}`, share, label)));
const levels = (...of: readonly number[]) => graded(of.map((value, i) => level(`l${i}`, value, label)));
const outOf = (value: number) =>
  ratio({ numerator: label, denominator: label, denominatorRule: { kind: 'fixed', value } });

test.each<[string, Rule]>([
  ['a positive denominator', outOf(1)],
  ['shares of a third each', shares(1 / 3, 1 / 3, 1 / 3)],
  ['falling coefficients', levels(1, 0.5, 0)],
  [
    'a proportional middle level',
    graded([level('a', 1, label), level('b', { minimum: 0, maximum: 1 }, label), level('c', 0, label)]),
  ],
  ['a deduction of everything', deduct([once('a', 1, label)])],
  ['a bonus', { method: 'bonus' }],
])('%s is sound', (_, rule) => {
  expect(ruleFaults(rule)).toEqual([]);
});

test.each<[string, Rule]>([
  ['a denominator of 0', outOf(0)],
  ['a denominator with a fraction', outOf(2.5)],
  ['a credit above 1', { ...outOf(4), credits: [credit('a', 1.01, label)] }],
  ['a deduction of 0 after a ratio', { ...outOf(4), deductions: [once('a', 0, label)] }],
  ['shares below 1 together', shares(0.5, 0.49)],
  ['shares above 1 together', shares(0.5, 0.51)],
  ['a negative share', shares(1.5, -0.5)],
  ['a coefficient above 1', levels(1.01, 0)],
  ['a coefficient below 0', levels(1, -0.01)],
  ['equal coefficients', levels(1, 0.5, 0.5)],
  ['rising coefficients', levels(0.5, 1)],
  ['one level only', levels(1)],
  ['a range upside down', graded([level('a', 1, label), level('b', { minimum: 0.6, maximum: 0.4 }, label)])],
  ['a deduction above 1', deduct([everyTime('a', 1.01, label)])],
  ['a deduction of 0', deduct([everyTime('a', 0, label)])],
  ['no deduction', deduct([])],
  ['a code used twice', deduct([once('a', 0.5, label), once('a', 0.2, label)])],
])('%s is one fault', (_, rule) => {
  expect(ruleFaults(rule)).toHaveLength(1);
});
