import { expect, test } from 'vitest';
import { monthsOf } from './months.ts';

const days = [
  { day: '2020-09-27', working: true, name: '调休上班' },
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map((date) => ({
    day: `2020-10-${date}`,
    working: false,
    name: '国庆节',
  })),
  { day: '2020-10-10', working: true, name: '调休上班' },
];
const months = monthsOf(2020, days);

test('October 2020 begins on a Thursday and has seventeen working days', () => {
  const october = months[9];
  // 22 weekdays, less the six weekdays of 1 to 8 October, and Saturday 10 is worked.
  expect(october?.workingDays).toBe(17);
  expect(october?.weeks[0]?.map((cell) => cell?.number ?? null)).toEqual([null, null, null, 1, 2, 3, 4]);
  expect(october?.weeks).toHaveLength(5);
});

test('a day off that is named is marked, also on a weekend; an ordinary Sunday is not', () => {
  const cells = months[9]?.weeks.flat() ?? [];
  const markOf = (number: number) => cells.find((cell) => cell?.number === number)?.mark;
  expect([3, 8, 9, 10, 11].map(markOf)).toEqual(['off', 'off', null, 'worked', null]);
});

test('a leap year has 366 days, each in its place', () => {
  const all = months.flatMap(({ weeks }) => weeks.flat()).filter((cell) => cell !== null);
  expect(all).toHaveLength(366);
  expect(all.map(({ day }) => day)).toEqual(all.map(({ day }) => day).toSorted());
});
