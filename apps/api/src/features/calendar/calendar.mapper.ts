import type { CalendarDay, CalendarYear, CalendarYearView } from '@gongping/contracts';
import type { CalendarDayRow, CalendarYearRow } from './calendar.repository.ts';

export function toCalendarDay({ day, working, name }: CalendarDayRow): CalendarDay {
  return { day, working, name };
}

/** A year of which nothing is kept has no state. */
export function toCalendarYear(year: number, row: CalendarYearRow | undefined): CalendarYear {
  return {
    year,
    state: row?.state ?? null,
    source: row?.source ?? '',
    editedAt: row?.editedAt?.toISOString() ?? null,
  };
}

export function toCalendarYearView(
  year: number,
  row: CalendarYearRow | undefined,
  days: readonly CalendarDayRow[],
): CalendarYearView {
  return { ...toCalendarYear(year, row), days: days.map(toCalendarDay) };
}
