import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { units } from './unit.ts';

/** A person who signs in. Without a password hash the account waits for its one-time link. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    username: text().notNull(),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash'),
    /** The unit the person works for: a conflict of interest where it is assessed. */
    homeUnitId: uuid('home_unit_id').references(() => units.id),
    /** Where reminders go by e-mail; null for none. */
    email: text(),
    mailLanguage: text('mail_language', { enum: ['zh', 'en'] })
      .notNull()
      .default('zh'),
    disabledAt: timestamp('disabled_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [uniqueIndex('users_username_key').on(sql`lower(${table.username})`)],
);
