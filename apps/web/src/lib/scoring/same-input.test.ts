import { expect, test } from 'vitest';
import { entersSame } from './same-input.ts';

const deduct = (count: number, reason: string) =>
  ({ method: 'deduct', deductions: [{ item: 'identity', count, reason }] }) as const;

test('words do not matter, what is entered does', () => {
  expect(entersSame(deduct(2, '一'), deduct(2, '二'))).toBe(true);
  expect(entersSame(deduct(2, ''), deduct(1, ''))).toBe(false);
  expect(entersSame({ method: 'graded', level: 'late' }, { level: 'late', method: 'graded' })).toBe(true);
  expect(entersSame(deduct(2, ''), null)).toBe(false);
});
