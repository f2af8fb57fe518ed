import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cellOfRound, judgement, unitOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** What a unit says of itself (自评) at a leaf; as a score, but of no weight. */
export const claims = pgTable(
  'claims',
  {
    ...cellOfRound(),
    ...judgement(),
    revision: integer().notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId, table.indicatorId] })],
);

/** That a unit has handed its self-assessment in; taken back when it is reopened. */
export const claimSubmissions = pgTable(
  'claim_submissions',
  {
    ...unitOfRound(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
    /** Why it was handed in although something is missing; empty where nothing is. */
    reason: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId] })],
);

/** That the organiser has opened a unit's self-assessment again: the last time, with its reason. */
export const claimReopenings = pgTable(
  'claim_reopenings',
  {
    ...unitOfRound(),
    /** The unit's own last day (`YYYY-MM-DD`, Asia/Shanghai); null where that of the phase holds. */
    lastDay: text('last_day'),
    reason: text().notNull(),
    reopenedBy: uuid('reopened_by')
      .notNull()
      .references(() => users.id),
    reopenedAt: timestamp('reopened_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId] })],
);
