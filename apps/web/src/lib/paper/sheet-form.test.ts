import { expect, it } from 'vitest';
import { differences, nextSheet } from './sheet-form.ts';

it.each([
  ['009', '010'],
  ['A-99', 'A-100'],
  ['7', '8'],
  ['B', 'B'],
])('goes on from sheet %s to %s', (sheet, next) => {
  expect(nextSheet(sheet)).toBe(next);
});

it('finds what two entries say differently', () => {
  const one = { Q1: 'A', Q2: ['website', 'phone'], Q3: 'satisfied' };
  const other = { Q1: 'B', Q2: ['phone', 'website'], Q12: '多公开' };
  expect([...differences(one, other)].sort()).toEqual(['Q1', 'Q12', 'Q3']);
});
