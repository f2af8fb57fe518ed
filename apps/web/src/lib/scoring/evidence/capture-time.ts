import { formatDate, formatTime } from '#lib/format/date.ts';

/** A moment as a `datetime-local` field has it, in the zone that people see times in: `2020-04-29T14:03`. */
export function captureField(moment: Date | string): string {
  return `${formatDate(moment)}T${formatTime(moment)}`;
}

/** Now, in UTC. */
export function presentMoment(): string {
  return new Date().toISOString();
}

/** The moment that such a field means, in UTC; null where it is empty or none. China keeps one zone and no summer time. */
export function captureMoment(field: string): string | null {
  const moment = new Date(`${field}:00+08:00`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
