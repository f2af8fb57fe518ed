import { phase } from '@gongping/contracts';
import { expect, test } from 'vitest';
import { closedBy, lastDayOf } from './claim-stand.ts';

const round = (end: string) => ({
  phase: 'self_assessment' as const,
  phaseDates: { self_assessment: { start: '2020-10-01', end } },
});

test('the last day is that of the phase, unless the unit has a later one of its own', () => {
  expect(lastDayOf({ phaseDates: {} }, { lastDay: '2020-11-01' })).toBeNull();
  expect(lastDayOf(round('2020-10-12'), undefined)).toBe('2020-10-12');
  expect(lastDayOf(round('2020-10-12'), { lastDay: null })).toBe('2020-10-12');
  expect(lastDayOf(round('2020-10-12'), { lastDay: '2020-10-11' })).toBe('2020-10-12');
  expect(lastDayOf(round('2020-10-12'), { lastDay: '2020-10-15' })).toBe('2020-10-15');
});

test('the last day counts whole', () => {
  const at = (today: string) => closedBy(round('2020-10-12'), { lastDay: '2020-10-12', today });
  expect(at('2020-10-11')).toBeNull();
  expect(at('2020-10-12')).toBeNull();
  expect(at('2020-10-13')).toBe('day');
});

test('every other phase is closed, whatever the day', () => {
  const open = phase.options.filter(
    (each) => closedBy({ phase: each, phaseDates: {} }, { lastDay: null, today: '2020-10-12' }) === null,
  );
  expect(open).toEqual(['self_assessment']);
});
