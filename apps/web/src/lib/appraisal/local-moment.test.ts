import { expect, it } from 'vitest';
import { fromLocalMoment, toLocalMoment } from './local-moment.ts';

const stored = '2021-10-31T15:59:59.000Z';

it('shows a moment in Chinese time', () => {
  expect(toLocalMoment(stored)).toBe('2021-10-31T23:59');
});

it('keeps the seconds of a moment that was not changed', () => {
  expect(fromLocalMoment('2021-10-31T23:59', stored)).toBe(stored);
  expect(fromLocalMoment('2021-11-05T18:00', stored)).toBe('2021-11-05T10:00:00.000Z');
});

it.each(['', '2021-11-05', '2021-13-05T18:00', '2021-11-05T18:00:00+09:00'])(
  'takes %s for no moment',
  (text) => {
    expect(fromLocalMoment(text, stored)).toBeNull();
  },
);
