import { draftRule } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { freeEntryCode, methods, newRule, readClauses } from './node-values.ts';

it.each(methods)('an empty rule of the method %s can be kept', (method) => {
  expect(draftRule.safeParse(newRule(method)).success).toBe(true);
});

it('reads clauses however they are separated', () => {
  expect(readClauses('1，8、14 | 2')).toEqual([1, 8, 14, 2]);
  expect(readClauses(' ')).toEqual([]);
  expect(readClauses('十四')).toBeNull();
  expect(readClauses('0')).toBeNull();
});

it('gives a new entry a code of its own', () => {
  expect(freeEntryCode([])).toBe('item-1');
  expect(freeEntryCode([{ code: 'item-2' }])).toBe('item-3');
});
