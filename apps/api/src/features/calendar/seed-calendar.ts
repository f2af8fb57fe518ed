import type { Database } from '@gongping/db';
import { calendarDaysOf, holidayCalendar } from '@gongping/templates';
import type { CalendarYearRow } from './calendar.repository.ts';
import * as repository from './calendar.repository.ts';

/**
 * Brings the holidays that the product knows into the calendar, and newer ones after an upgrade. A year that an
 * administrator has changed, in whatever day, is left as it is.
 */
export async function seedCalendar(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await repository.lockCalendar(tx);
    const present = new Map((await repository.listYears(tx)).map((row) => [row.year, row]));
    for (const template of holidayCalendar) {
      const { year, state, source } = template;
      const row = present.get(year);
      if (row && (row.editedAt !== null || (row.state === state && row.source === source))) continue;
      await repository.replaceDaysOfYear(tx, year, calendarDaysOf(template));
      await repository.saveYear(tx, { year, state, source, editedAt: null });
    }
  });
}

/** What is said of a year of which nothing was known before. */
export function seededYear(year: number): CalendarYearRow {
  return { year, state: 'assumed', source: '', editedAt: null };
}
