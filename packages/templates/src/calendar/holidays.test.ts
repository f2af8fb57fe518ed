import { expect, test } from 'vitest';
import { calendarDaysOf } from './calendar-days.ts';
import { holidayCalendar } from './holidays.ts';

const weekday = (day: string) => new Date(day).getUTCDay();
const isWeekend = (day: string) => weekday(day) === 0 || weekday(day) === 6;

test('the years from 2019 to 2027 are there; only the last is not published yet', () => {
  expect(holidayCalendar.map(({ year }) => year)).toEqual([
    2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027,
  ]);
  expect(holidayCalendar.filter(({ state }) => state === 'assumed').map(({ year }) => year)).toEqual([2027]);
});

test('every day lies in its year, is there once, and a worked day is one of a weekend', () => {
  for (const year of holidayCalendar) {
    const days = calendarDaysOf(year);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    for (const { day, working } of days) {
      expect(day.slice(0, 4)).toBe(String(year.year));
      if (working) expect(isWeekend(day), day).toBe(true);
    }
  }
});

// Weekdays off less weekend days worked are the holidays that the law gives, as those on a weekend are made up for: 11
// until 2024, 13 since 2025 (全国年节及纪念日放假办法). In 2020 the extended spring festival gave 31 January besides and
// took 1 February back from those that are worked.
test.each([
  [2019, 11],
  [2020, 13],
  [2021, 11],
  [2022, 11],
  [2023, 11],
  [2024, 11],
  [2025, 13],
  [2026, 13],
  [2027, 13],
])('%i: weekdays off less weekend days worked are as many as the law gives', (year, expected) => {
  const found = holidayCalendar.find((each) => each.year === year);
  if (!found) throw new Error(`${year} is missing.`);
  const days = calendarDaysOf(found);
  const off = days.filter(({ day, working }) => !working && !isWeekend(day)).length;
  const worked = days.filter(({ working }) => working).length;
  expect(off - worked).toBe(expected);
});
