import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A body that is assessed (被评估单位): a county-level division or a department. */
export const units = pgTable('units', {
  id: uuid().primaryKey(),
  code: text().notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  kind: text({ enum: ['county', 'department'] }).notNull(),
  category: text().notNull(),
  gb2260: text(),
  /** Clauses of the notice that name the unit. */
  clauses: integer().array().notNull(),
  filesAnnualReport: boolean('files_annual_report').notNull(),
  retiredAt: timestamp('retired_at', { withTimezone: true }),
});
