import { boolean, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { users } from './user.ts';

/** The city's own annual report on open government as it is being written, one a year. */
export const cityReports = pgTable('city_reports', {
  /** The year that is reported on. */
  year: integer().primaryKey(),
  /** The contract `CityReportContent`. */
  content: jsonb().notNull(),
  /** Figure → value and publication as it was bound (`Bindings`), also of figures that no longer stand in the text. */
  bindings: jsonb().notNull(),
  /** Begun on results of the demonstration: goes with it. */
  demonstration: boolean().notNull(),
  /** Counts up with every change, so that two people do not overwrite each other's. */
  revision: integer().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  updatedBy: uuid('updated_by')
    .notNull()
    .references(() => users.id),
});

/** A published annual report (年度报告公布), immutable; a correction is a further version. */
export const cityReportPublications = pgTable(
  'city_report_publications',
  {
    id: uuid().primaryKey(),
    year: integer().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    /** `SealedCityReport` as canonical JSON, to the letter: the hash is over these bytes. */
    sealed: text().notNull(),
    /** SHA-256 of `sealed` in UTF-8. */
    sha256: text().notNull(),
    reason: text().notNull(),
    demonstration: boolean().notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [unique('city_report_publications_year_version_key').on(table.year, table.version)],
);
