import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { LocalText, Method } from '@gongping/scoring';
import { statutoryTerms, type RequestTerms } from './request-terms.ts';
import { phases, procedureOff, type Procedure } from './procedure.ts';
import type { AppraisalMethod } from '@gongping/statistics';
import { indicatorSystems } from './indicator-system.ts';
import { defaultLicence, type Licence } from './licence.ts';

/** A round of assessment for one year (评估周期), pinned to one version of an indicator system. */
export const assessments = pgTable('assessments', {
  id: uuid().primaryKey(),
  /** Names the assessment in addresses: the year, with a suffix where a year has several. */
  slug: text().notNull().unique(),
  year: integer().notNull(),
  /** The year whose annual reports are judged; null for the one before. */
  reportYear: integer('report_year'),
  title: text().notNull(),
  indicatorSystemId: uuid('indicator_system_id')
    .notNull()
    .references(() => indicatorSystems.id),
  phase: text({ enum: phases }).notNull(),
  /**
   * Whether results are out already: in an earlier phase than the last one they are being corrected. Set by the statement
   * that publishes; what is published is never taken back, so it cannot come to say something else than the publications.
   */
  published: boolean().notNull().default(false),
  /** Which steps the round has beside the scoring, and their rules. */
  procedure: jsonb().$type<Procedure>().notNull().default(procedureOff),
  /** Terms in working days for mystery requests and test enquiries. */
  requestTerms: jsonb('request_terms').$type<RequestTerms>().notNull().default(statutoryTerms),
  /** Phase → first and last day (`YYYY-MM-DD`, Asia/Shanghai). */
  phaseDates: jsonb('phase_dates').$type<Record<string, { start: string; end: string }>>().notNull(),
  /** Families switched off, and bonus or veto leaves that do not count in this round. */
  excludedIndicators: text('excluded_indicators').array().notNull(),
  method: jsonb().$type<Method>().notNull(),
  /** Band code → name in both languages; `method.bands` has the Chinese one, for the engine and its files. */
  bandNames: jsonb('band_names').$type<Record<string, LocalText>>().notNull().default({}),
  appraisalMethod: jsonb('appraisal_method').$type<AppraisalMethod>().notNull(),
  /** Under which what is published may be used. */
  licence: jsonb().$type<Licence>().notNull().default(defaultLicence),
  demonstration: boolean().notNull(),
  revision: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});
