import type { TemplateCalendarYear } from './types.ts';

export interface TemplateCalendarDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly working: boolean;
  readonly name: string;
}

const dayLength = 86_400_000;

/** Every day off and every worked weekend day of a year, in order. */
export function calendarDaysOf({ holidays }: TemplateCalendarYear): TemplateCalendarDay[] {
  const days = holidays.flatMap(({ name, from, to, worked }) => [
    ...daysFrom(from, to).map((day) => ({ day, working: false, name })),
    ...worked.map((day) => ({ day, working: true, name: `${name}调休上班` })),
  ]);
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function daysFrom(from: string, to: string): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / dayLength + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * dayLength).toISOString().slice(0, 10),
  );
}
