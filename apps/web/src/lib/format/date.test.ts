import { expect, it } from 'vitest';
import { daysLeft, formatDate, formatDateTime, formatLongDate, formatTime } from './date.ts';

it('shows instants in Shanghai, eight hours ahead of UTC', () => {
  expect(formatDate('2020-04-28T16:00:00Z')).toBe('2020-04-29');
  expect(formatDate('2020-04-28T15:59:59Z')).toBe('2020-04-28');
  expect(formatTime('2020-04-29T06:03:00Z')).toBe('14:03');
  expect(formatDateTime('2020-04-28T16:00:00Z')).toBe('2020-04-29 00:00');
});

it('leaves a day without a time as it is', () => {
  expect(formatDate('2020-04-29')).toBe('2020-04-29');
});

it('writes dates in prose by language', () => {
  expect(formatLongDate('2020-04-29', 'zh-CN')).toBe('2020\u5e744\u670829\u65e5');
  expect(formatLongDate('2020-04-29', 'en')).toBe('29 April 2020');
});

it('counts days by the calendar, not by hours', () => {
  expect(daysLeft('2020-04-30', '2020-04-29T15:00:00Z')).toBe(1);
  expect(daysLeft('2020-04-29', '2020-04-29T15:59:00Z')).toBe(0);
  expect(daysLeft('2020-04-29', '2020-04-29T16:00:00Z')).toBe(-1);
});
