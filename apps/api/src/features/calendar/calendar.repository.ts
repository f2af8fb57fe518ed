import { type Database, schema } from '@gongping/db';
import { asc, between, eq, gte, sql } from 'drizzle-orm';

const { calendarDays, calendarYears } = schema;

export type CalendarDayRow = typeof calendarDays.$inferSelect;
export type CalendarYearRow = typeof calendarYears.$inferSelect;

/** Only one process changes the calendar until the transaction ends. */
export async function lockCalendar(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`);
}

export function listYears(db: Database): Promise<CalendarYearRow[]> {
  return db.select().from(calendarYears).orderBy(asc(calendarYears.year));
}

export async function findYear(db: Database, year: number): Promise<CalendarYearRow | undefined> {
  const [row] = await db.select().from(calendarYears).where(eq(calendarYears.year, year));
  return row;
}

export function listDaysOfYear(db: Database, year: number): Promise<CalendarDayRow[]> {
  return db.select().from(calendarDays).where(isOfYear(year)).orderBy(asc(calendarDays.day));
}

/** Every day from `first` on. */
export function listDaysFrom(db: Database, first: string): Promise<CalendarDayRow[]> {
  return db.select().from(calendarDays).where(gte(calendarDays.day, first)).orderBy(asc(calendarDays.day));
}

export async function findDay(db: Database, day: string): Promise<CalendarDayRow | undefined> {
  const [row] = await db.select().from(calendarDays).where(eq(calendarDays.day, day));
  return row;
}

export async function saveDay(db: Database, row: CalendarDayRow): Promise<void> {
  const { working, name } = row;
  await db
    .insert(calendarDays)
    .values(row)
    .onConflictDoUpdate({ target: calendarDays.day, set: { working, name } });
}

export async function deleteDay(db: Database, day: string): Promise<void> {
  await db.delete(calendarDays).where(eq(calendarDays.day, day));
}

export async function saveYear(db: Database, row: CalendarYearRow): Promise<void> {
  const { state, source, editedAt } = row;
  await db
    .insert(calendarYears)
    .values(row)
    .onConflictDoUpdate({ target: calendarYears.year, set: { state, source, editedAt } });
}

/** Makes `days` the days of a year. */
export async function replaceDaysOfYear(db: Database, year: number, days: CalendarDayRow[]): Promise<void> {
  await db.delete(calendarDays).where(isOfYear(year));
  if (days.length > 0) await db.insert(calendarDays).values(days);
}

const isOfYear = (year: number) => between(calendarDays.day, `${year}-01-01`, `${year}-12-31`);
