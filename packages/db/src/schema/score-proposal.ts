import type { RuleInput } from '@gongping/scoring';
import { integer, jsonb, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound } from './round-columns.ts';
import { unitReportVersions } from './unit-report.ts';
import { users } from './user.ts';

/** What a filed report proposed for a leaf when somebody scored it, and whether they confirmed it. */
export const scoreProposals = pgTable(
  'score_proposals',
  {
    ...cellOfRound(),
    /** 0 where the leaf is scored once; 1 or 2 of two raters. */
    slot: integer().notNull(),
    reportVersionId: uuid('report_version_id')
      .notNull()
      .references(() => unitReportVersions.id),
    /** Of the rules by which proposals are made. */
    rules: integer().notNull(),
    input: jsonb().$type<RuleInput>().notNull(),
    marks: numeric({ precision: 20, scale: 10 }).notNull(),
    outcome: text({ enum: ['confirmed', 'overruled'] }).notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId, table.slot] })],
);
