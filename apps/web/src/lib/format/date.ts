/** The zone people see times in, whatever zone the server or the device keeps. */
export const displayZone = 'Asia/Shanghai';

type Instant = Date | string | number;

function parts(instant: Instant): Record<string, string> {
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: displayZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(
    formatter.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
}

/** `2020-04-29`, for tables. A date without a time (`2020-04-29`) is a day and stays that day. */
export function formatDate(instant: Instant): string {
  if (typeof instant === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant;
  const { year, month, day } = parts(instant);
  return `${year}-${month}-${day}`;
}

/** `14:03` */
export function formatTime(instant: Instant): string {
  const { hour, minute } = parts(instant);
  return `${hour}:${minute}`;
}

/** `14:03:27`, for what has just happened. */
export function formatClock(instant: Instant): string {
  const { hour, minute, second } = parts(instant);
  return `${hour}:${minute}:${second}`;
}

/** `2020-04-29 14:03`, for tables. */
export function formatDateTime(instant: Instant): string {
  return `${formatDate(instant)} ${formatTime(instant)}`;
}

/** `2020年4月29日` or `29 April 2020`, for prose. */
export function formatLongDate(instant: Instant, locale: string): string {
  const day = new Date(`${formatDate(instant)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(day);
}

/** Whole days from `now` to the end of the day `due` in the display zone: 0 today, negative when past. */
export function daysLeft(due: Instant, now: Instant): number {
  const day = 24 * 60 * 60 * 1000;
  return (Date.parse(formatDate(due)) - Date.parse(formatDate(now))) / day;
}
