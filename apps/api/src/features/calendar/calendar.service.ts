import {
  addWorkingDays as lastDayOf,
  isAssumed,
  type CalendarYear,
  type CalendarYearView,
  type WorkingCalendar,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Dependencies } from '../../http/dependencies.ts';
import { toCalendarYear, toCalendarYearView } from './calendar.mapper.ts';
import * as repository from './calendar.repository.ts';

/** The years that the calendar knows, in order. */
export async function listCalendarYears({ db }: Pick<Dependencies, 'db'>): Promise<CalendarYear[]> {
  return (await repository.listYears(db)).map((row) => toCalendarYear(row.year, row));
}

/** A year with the days that are not what their weekday says. Any year can be asked for. */
export async function readCalendarYear(db: Database, year: number): Promise<CalendarYearView> {
  const row = await repository.findYear(db, year);
  return toCalendarYearView(year, row, await repository.listDaysOfYear(db, year));
}

/** The calendar from a day on, for counting working days. Two queries. */
export async function workingCalendar(db: Database, first: string): Promise<WorkingCalendar> {
  const days = await repository.listDaysFrom(db, first);
  const years = await repository.listYears(db);
  return {
    exceptions: new Map(days.map(({ day, working }) => [day, working])),
    published: new Set(years.filter(({ state }) => state === 'published').map(({ year }) => year)),
  };
}

/** A term of working days as it ends by the calendar. */
export interface Term {
  /** Last day of the term. */
  readonly end: string;
  /** Whether it reaches a year whose holidays are not arranged yet. */
  readonly assumed: boolean;
}

/** The last day of a term of `count` working days that begins on the day after `day`. */
export async function addWorkingDays(db: Database, day: string, count: number): Promise<Term> {
  const calendar = await workingCalendar(db, day);
  const end = lastDayOf(day, count, calendar);
  return { end, assumed: isAssumed(day, end, calendar) };
}
