import { addDays, addWorkingDays, countWorkingDays, isAssumed, isWorkingDay } from '@gongping/contracts';
import { calendarDaysOf, holidayCalendar } from '@gongping/templates';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const calendar = {
  exceptions: new Map(
    holidayCalendar.flatMap((year) =>
      calendarDaysOf(year).map(({ day, working }) => [day, working] as const),
    ),
  ),
  published: new Set(holidayCalendar.filter(({ state }) => state === 'published').map(({ year }) => year)),
};

test.each([
  ['2020-09-27', true, 'a Sunday worked for National Day'],
  ['2020-10-08', false, 'a Thursday, the last day of National Day and Mid-Autumn'],
  ['2020-10-10', true, 'a Saturday worked for National Day'],
  ['2020-01-31', false, 'a Friday of the extended spring festival'],
  ['2020-02-01', false, 'a Saturday that was to be worked, until the festival was extended'],
  ['2020-02-03', true, 'the Monday after it'],
  ['2024-02-09', true, "New Year's Eve: leave was encouraged, the notice did not give it"],
  ['2024-02-18', true, 'a Sunday worked for the spring festival'],
  ['2024-05-11', true, 'a Saturday worked for the May holiday'],
  ['2024-06-10', false, 'the Monday of the dragon boat festival'],
  ['2024-06-08', false, 'an ordinary Saturday'],
])('%s: worked %s (%s)', (day, expected) => {
  expect(isWorkingDay(day, calendar)).toBe(expected);
});

// Counted by hand on the calendars of the notices.
test.each([
  ['2020-09-25', 5, '2020-10-09', 'Sun 27, Mon 28, Tue 29, Wed 30, then Fri 9 October'],
  ['2020-04-24', 5, '2020-04-30', 'Sun 26 is worked'],
  ['2020-01-17', 5, '2020-01-23', 'Sun 19, Mon 20 to Thu 23'],
  ['2020-01-17', 6, '2020-02-03', 'the sixth comes after the extended festival'],
  ['2024-04-26', 5, '2024-05-07', 'Sun 28, 29, 30, then 6 and 7 May'],
  ['2024-09-13', 1, '2024-09-14', 'a Saturday worked for Mid-Autumn'],
  ['2024-02-08', 3, '2024-02-19', 'Fri 9, Sun 18, Mon 19'],
  ['2020-12-31', 1, '2021-01-04', 'over the end of a year'],
  ['2020-06-05', 0, '2020-06-05', 'no day'],
])('%s and %i working days: %s (%s)', (from, count, expected) => {
  expect(addWorkingDays(from, count, calendar)).toBe(expected);
});

test('the twenty working days of Article 33 from 1 September 2020', () => {
  // 2 to 25 September are 18 weekdays, then Sunday 27, which is worked, and Monday 28.
  expect(addWorkingDays('2020-09-01', 20, calendar)).toBe('2020-09-28');
});

test('a term counted back has the length it was given, and ends on a working day', () => {
  const days = fc.integer({ min: 0, max: 3200 }).map((offset) => addDays('2019-01-01', offset));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const to = addWorkingDays(from, count, calendar);
      expect(isWorkingDay(to, calendar)).toBe(true);
      expect(countWorkingDays(from, to, calendar)).toBe(count);
      expect(countWorkingDays(to, from, calendar)).toBe(-count);
      expect(countWorkingDays(from, addDays(to, -1), calendar)).toBe(count - 1);
    }),
  );
});

test('a term that reaches a year without arranged holidays is an assumption', () => {
  expect(isAssumed('2026-12-01', '2026-12-31', calendar)).toBe(false);
  expect(isAssumed('2026-12-31', '2027-01-04', calendar)).toBe(true);
  expect(isAssumed('2018-12-01', '2019-01-04', calendar)).toBe(true);
});
