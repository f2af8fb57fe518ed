import { expect, it } from 'vitest';
import { isSameEntry } from './same-entry.ts';

const entry = { unit: 'C01', answers: { Q1: 'A', Q2: ['website', 'phone'], Q12: '多公开， 快答复' } };

it('compares what was read, not how it was typed', () => {
  const typed = { Q1: 'A', Q2: ['phone', 'website'], Q12: '多公开,快答复 ' };
  expect(isSameEntry(entry, { unit: 'C01', answers: typed })).toBe(true);
});

it.each([
  ['the unit', { ...entry, unit: 'C04' }],
  ['an option', { ...entry, answers: { ...entry.answers, Q1: 'B' } }],
  ['one of several options', { ...entry, answers: { ...entry.answers, Q2: ['website'] } }],
  ['a word', { ...entry, answers: { ...entry.answers, Q12: '多公开，慢答复' } }],
  ['an answer that only one has', { ...entry, answers: { ...entry.answers, Q3: 'satisfied' } }],
])('finds another reading of %s', (_name, other) => {
  expect(isSameEntry(entry, other)).toBe(false);
});
