import type { AssessmentProgress } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { progressRows, progressTotals, recentlyChanged, unitsBehind } from './unit-progress.ts';

const unit = (code: string, scored: number, leaves = 10): AssessmentProgress['units'][number] => ({
  unitId: code,
  code,
  name: { zh: code, en: code },
  kind: code.startsWith('C') ? 'county' : 'department',
  leaves,
  scored,
  notApplicable: 0,
  incomplete: 2,
  lastChange: scored > 0 ? '2020-11-20T08:00:00Z' : null,
  responses: 0,
});

const progress: AssessmentProgress = {
  units: [unit('C1', 9), unit('C2', 2), unit('D1', 0)],
  families: [
    { code: 'A', name: { zh: 'A', en: 'A' } },
    { code: 'B', name: { zh: 'B', en: 'B' } },
  ],
  cells: [
    { unitId: 'C2', family: 'A', done: 0.4 },
    { unitId: 'C2', family: 'B', done: null },
  ],
  unassigned: 0,
};

it('puts the least complete unit of a kind first, its families in order', () => {
  const rows = progressRows(progress, 'county');
  expect(rows.map(({ code, done, shares }) => [code, done, shares])).toEqual([
    ['C2', 2, [0.4, null]],
    ['C1', 9, [null, null]],
  ]);
});

it('adds up the round', () => {
  expect(progressTotals(progress)).toEqual({ leaves: 30, done: 11, incomplete: 6 });
});

it('names units far behind the calendar, and at the end everyone behind', () => {
  expect(unitsBehind(progress, 0.6).map(({ code }) => code)).toEqual(['D1', 'C2']);
  expect(unitsBehind(progress, 0.2).map(({ code }) => code)).toEqual(['D1']);
  expect(unitsBehind(progress, 1).map(({ code }) => code)).toEqual(['D1', 'C2', 'C1']);
});

it('counts units that changed in the last day', () => {
  expect(recentlyChanged(progress, new Date('2020-11-21T07:59:00Z'))).toBe(2);
  expect(recentlyChanged(progress, new Date('2020-11-21T08:01:00Z'))).toBe(0);
});
