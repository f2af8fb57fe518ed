import { boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** A day that is not what its weekday says: a holiday, or a weekend that is worked (调休). */
export const calendarDays = pgTable('calendar_days', {
  /** `YYYY-MM-DD`. */
  day: text().primaryKey(),
  working: boolean().notNull(),
  name: text().notNull(),
});

/** How far a year's calendar can be relied on: as the State Council published it, or assumed from the law. */
export const calendarYears = pgTable('calendar_years', {
  year: integer().primaryKey(),
  state: text({ enum: ['published', 'assumed'] }).notNull(),
  source: text().notNull(),
  /** When an administrator last changed the year or a day of it; null as long as it is what the product ships. */
  editedAt: timestamp('edited_at', { withTimezone: true }),
});
