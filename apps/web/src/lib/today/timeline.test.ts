import { expect, it } from 'vitest';
import { elapsedShare, timeline } from './timeline.ts';

const dates = {
  plan: { start: '2020-09-01', end: '2020-09-10' },
  scoring: { start: '2020-09-11', end: '2020-09-20' },
};

it('puts phases on one line and today in the middle of its day', () => {
  const { rows, today } = timeline(dates, '2020-09-11');
  expect(rows.map(({ phase, left, width }) => [phase, left, width])).toEqual([
    ['plan', 0, 50],
    ['scoring', 50, 50],
  ]);
  expect(today).toBe(52.5);
});

it('shows no today outside the calendar and no line without dates', () => {
  expect(timeline(dates, '2021-01-01').today).toBeNull();
  expect(timeline({}, '2020-09-11')).toEqual({ rows: [], today: null });
});

it('measures what has passed of a phase', () => {
  expect(elapsedShare(dates.scoring, '2020-09-16')).toBe(0.5);
  expect(elapsedShare(dates.scoring, '2020-09-01')).toBe(0);
  expect(elapsedShare(dates.scoring, '2021-09-01')).toBe(1);
  expect(elapsedShare(undefined, '2020-09-16')).toBe(0);
});
