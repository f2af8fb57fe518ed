import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** Counters shared by all instances; the columns are those that rate-limiter-flexible expects. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: bigint({ mode: 'number' }),
});
