import type { AnnualReport, Unread } from '@gongping/annual-report';
import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { files } from './file.ts';
import { units } from './unit.ts';
import { users } from './user.ts';

/** A file that a report was read out of; its bytes are in `files`. */
export interface ReportSource {
  readonly filename: string;
  readonly mediaType: string;
  readonly size: number;
  /** What of it could not be read. */
  readonly unread: readonly Unread[];
  readonly readAt: string;
}

/** A cell of a report and where in the file it was found. */
export interface ReadCell {
  readonly table: 'table2' | 'table3' | 'table4';
  readonly row: string;
  readonly column: number;
  readonly place: { readonly zh: string; readonly en: string };
  readonly text: string;
}

/** A file as it was read, before anybody has taken it over. */
export interface ReportReading extends ReportSource {
  readonly report: AnnualReport;
  readonly found: readonly ReadCell[];
}

/** What a unit is writing into its annual report of a year; what it has filed is in the versions. */
export const unitReports = pgTable(
  'unit_reports',
  {
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    draft: jsonb().$type<AnnualReport>().notNull(),
    /** Where the report is published, and since when (`YYYY-MM-DD`), as the unit declares. */
    url: text(),
    publishedOn: text('published_on'),
    /** The file that the draft was taken from; null where it was typed. */
    source: jsonb().$type<ReportSource>(),
    sourceSha256: text('source_sha256').references(() => files.sha256),
    /** Whether something was changed after the file was taken over. */
    edited: boolean().notNull().default(false),
    /** A file that was read and waits to be looked at. */
    reading: jsonb().$type<ReportReading>(),
    readingSha256: text('reading_sha256').references(() => files.sha256),
    demonstration: boolean().notNull(),
    revision: integer().notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.year] })],
);

/** A report as a unit filed it. Triggers refuse to change one, and to delete one but a demonstration's. */
export const unitReportVersions = pgTable(
  'unit_report_versions',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    version: integer().notNull(),
    report: jsonb().$type<AnnualReport>().notNull(),
    url: text(),
    publishedOn: text('published_on'),
    how: text({ enum: ['typed', 'upload'] }).notNull(),
    /** Whether something was changed after the file was read. */
    edited: boolean().notNull(),
    source: jsonb().$type<ReportSource>(),
    fileSha256: text('file_sha256').references(() => files.sha256),
    /** Why it was filed again. */
    reason: text().notNull(),
    filedBy: uuid('filed_by')
      .notNull()
      .references(() => users.id),
    filedAt: timestamp('filed_at', { withTimezone: true }).notNull(),
    demonstration: boolean().notNull(),
  },
  (table) => [
    unique('unit_report_versions_key').on(table.unitId, table.year, table.version),
    index('unit_report_versions_year_idx').on(table.year, table.unitId, sql`${table.version} desc`),
  ],
);

/** Days set by the place for the reports of a year (`YYYY-MM-DD`), earlier than the law's; null where there is none. */
export const reportTerms = pgTable('report_terms', {
  year: integer().primaryKey(),
  countyDay: text('county_day'),
  departmentDay: text('department_day'),
  updatedBy: uuid('updated_by')
    .notNull()
    .references(() => users.id),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});
