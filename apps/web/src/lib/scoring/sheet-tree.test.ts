import { expect, it } from 'vitest';
import type { Status } from '#lib/components/status.ts';
import { countDone, nextUnscored } from './sheet-tree.ts';

const statuses: Record<string, Status> = {
  'A1-1': 'scored',
  'A1-2': 'unscored',
  'A1-3': 'incomplete',
  'A2-1': 'unscored',
  'A2-2': 'not-applicable',
};
const codes = Object.keys(statuses);
const statusOf = (code: string) => statuses[code] ?? 'unscored';

it('goes to the next leaf without a score, round the end', () => {
  expect(nextUnscored(codes, 'A1-1', statusOf)).toBe('A1-2');
  expect(nextUnscored(codes, 'A1-2', statusOf)).toBe('A2-1');
  expect(nextUnscored(codes, 'A2-2', statusOf)).toBe('A1-2');
  expect(nextUnscored(codes, 'A1-1', () => 'scored')).toBeNull();
  expect(nextUnscored(['A1-1'], 'A1-1', () => 'unscored')).toBeNull();
});

it('counts zero, N/A and what lacks a reason as done, and nothing else', () => {
  expect(countDone(Object.values(statuses))).toBe(3);
});
