import { addDays, isWorkingDay, weekdayOf, type CalendarDay } from '@gongping/contracts';

export interface DayCell {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** 1 to 31. */
  readonly number: number;
  readonly working: boolean;
  /** `off` for a weekday that is not worked or a named day off, `worked` for a day of a weekend that is. */
  readonly mark: 'off' | 'worked' | null;
  readonly name: string;
}

export interface Month {
  /** 1 to 12. */
  readonly month: number;
  readonly workingDays: number;
  /** Monday to Sunday; null before the first and after the last day. */
  readonly weeks: readonly (readonly (DayCell | null)[])[];
}

/** The months of a year as they are printed on a wall calendar. */
export function monthsOf(year: number, days: readonly CalendarDay[]): Month[] {
  const named = new Map(days.map((each) => [each.day, each]));
  const exceptions = new Map(days.map(({ day, working }) => [day, working]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    const cells: (DayCell | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
    for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) {
      cells.push(
        cellOf(day, { working: isWorkingDay(day, { exceptions }), name: named.get(day)?.name ?? '' }),
      );
    }
    while (cells.length % 7 > 0) cells.push(null);
    return { month, workingDays: cells.filter((cell) => cell?.working).length, weeks: inWeeks(cells) };
  });
}

function cellOf(day: string, { working, name }: { working: boolean; name: string }): DayCell {
  const isWeekend = weekdayOf(day) > 5;
  const mark = working ? (isWeekend ? 'worked' : null) : isWeekend && name === '' ? null : 'off';
  return { day, number: Number(day.slice(8)), working, mark, name };
}

function inWeeks<T>(cells: readonly T[]): T[][] {
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
