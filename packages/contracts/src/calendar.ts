import { z } from 'zod';
import { day, line, moment, printable } from './text.ts';

/** The years that the calendar can hold. */
export const calendarYearNumber = z.coerce.number().int().min(1990).max(2100);

/** Holidays of a year: arranged by the State Council, or assumed from the law as long as they are not. */
export const calendarYearState = z.enum(['published', 'assumed']);
export type CalendarYearState = z.infer<typeof calendarYearState>;

/** A day that is not what its weekday says, or a named day of a weekend. */
export const calendarDay = z.object({ day, working: z.boolean(), name: z.string() });
export type CalendarDay = z.infer<typeof calendarDay>;

export const calendarYear = z.object({
  year: z.number().int(),
  /** Null where nothing is known of the year: weekdays are taken for working days. */
  state: calendarYearState.nullable(),
  source: z.string(),
  /** When an administrator last changed it; null where it is as the product came. */
  editedAt: moment.nullable(),
});
export type CalendarYear = z.infer<typeof calendarYear>;

export const calendarYearList = z.object({ years: z.array(calendarYear) });
export const calendarYearView = calendarYear.extend({ days: z.array(calendarDay) });
export type CalendarYearView = z.infer<typeof calendarYearView>;

/** What a day is. One that is as its weekday says needs no name; one that is not says why. */
export const calendarDayChange = z.object({
  working: z.boolean(),
  name: printable.trim().max(50),
});
export const calendarYearChange = z.object({ state: calendarYearState, source: line });
