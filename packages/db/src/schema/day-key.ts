import { pgTable, text } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';

/**
 * Keys of the day, shared by all instances: for hashes of addresses and for signed stamps on pages. A key is deleted
 * two days later; then nothing can be told from what it made any more.
 */
export const dayKeys = pgTable('day_keys', {
  /** Day in Asia/Shanghai, YYYY-MM-DD. */
  day: text().primaryKey(),
  key: bytes().notNull(),
});
