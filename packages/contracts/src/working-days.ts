/** What tells working days from others. Days are `YYYY-MM-DD`, without a time of day. */
export interface WorkingCalendar {
  /** Days that are not what their weekday says: true where they are worked. */
  readonly exceptions: ReadonlyMap<string, boolean>;
  /** Years whose holidays the State Council has arranged; in others a count is an assumption. */
  readonly published: ReadonlySet<number>;
}

const dayLength = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** 1 (Monday) to 7 (Sunday), ISO 8601. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

export function isWorkingDay(day: string, { exceptions }: Pick<WorkingCalendar, 'exceptions'>): boolean {
  return exceptions.get(day) ?? weekdayOf(day) <= 5;
}

/**
 * The last day of a term of working days. The day on which it begins does not count (民法典 第二百零一条), so a term of one
 * day from a Friday ends on the Monday; 0 gives the day itself.
 */
export function addWorkingDays(day: string, count: number, calendar: WorkingCalendar): string {
  let last = day;
  for (let left = count; left > 0;) {
    last = addDays(last, 1);
    if (isWorkingDay(last, calendar)) left -= 1;
  }
  return last;
}

/** Working days after `from` up to and with `to`: the count that `addWorkingDays` adds; negative where `to` is earlier. */
export function countWorkingDays(from: string, to: string, calendar: WorkingCalendar): number {
  if (to < from) return -countWorkingDays(to, from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/** Whether a term lies in a year, at least in part, whose holidays are not arranged yet. */
export function isAssumed(from: string, to: string, { published }: WorkingCalendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!published.has(year)) return true;
  }
  return false;
}
