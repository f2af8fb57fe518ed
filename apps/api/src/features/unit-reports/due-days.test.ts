import { expect, test } from 'vitest';
import { dueDays, lateness } from './due-days.ts';

const noTerms = { countyDay: null, departmentDay: null };

test('departments and governments have days of their own, by law and by the place', () => {
  const terms = { countyDay: '2020-03-15', departmentDay: null };
  expect(dueDays({ kind: 'county' }, 2019, terms)).toEqual({ statutory: '2020-03-31', local: '2020-03-15' });
  expect(dueDays({ kind: 'department' }, 2019, terms)).toEqual({ statutory: '2020-01-31', local: null });
});

test('the last day counts whole, and every day after it is one', () => {
  const due = dueDays({ kind: 'department' }, 2019, { countyDay: null, departmentDay: '2020-01-20' });
  const at = (filedOn: string, publishedOn: string) =>
    lateness(due, { filedOn, publishedOn, today: '2020-06-01' });
  expect(at('2020-01-20', '2020-01-31')).toEqual({ local: 0, statutory: 0 });
  expect(at('2020-01-21', '2020-02-01')).toEqual({ local: 1, statutory: 1 });
  // 2020 is a leap year: 29 days of February and one of March.
  expect(at('2020-01-01', '2020-03-01')).toEqual({ local: 0, statutory: 30 });
});

test('what has not been filed is late by today; of a report that does not say when it was published nobody knows', () => {
  const due = dueDays({ kind: 'department' }, 2019, noTerms);
  const none = { filedOn: null, publishedOn: null };
  expect(lateness(due, { ...none, today: '2020-01-31' })).toEqual({ local: null, statutory: 0 });
  expect(lateness(due, { ...none, today: '2020-02-10' })).toEqual({ local: null, statutory: 10 });
  const filed = { filedOn: '2020-01-10', publishedOn: null, today: '2020-02-10' };
  expect(lateness(due, filed)).toEqual({ local: null, statutory: null });
});
