import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { unitOfRound } from './round-columns.ts';
import { users } from './user.ts';

/** A request for information (依申请公开) or an enquiry made to see how a unit answers, under another name. */
export const mysteryRequests = pgTable(
  'mystery_requests',
  {
    id: uuid().primaryKey(),
    ...unitOfRound(),
    kind: text({ enum: ['request', 'enquiry'] }).notNull(),
    channel: text().notNull(),
    /** Who the unit believes to have asked; hidden from it until the assessment is final. */
    identity: text().notNull(),
    subject: text().notNull(),
    /** Days, `YYYY-MM-DD`; null where it has not come to that. */
    sentOn: text('sent_on').notNull(),
    /** Returned, or the channel did not work. */
    refusedOn: text('refused_on'),
    receivedOn: text('received_on'),
    correctionAskedOn: text('correction_asked_on'),
    correctedOn: text('corrected_on'),
    consultedOn: text('consulted_on'),
    consultationEndedOn: text('consultation_ended_on'),
    extendedOn: text('extended_on'),
    repliedOn: text('replied_on'),
    /** Points of the reply's form that are met, by code; null before there is a reply. */
    form: jsonb().$type<readonly string[]>(),
    note: text().notNull(),
    revision: integer().notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('mystery_requests_unit_idx').on(table.assessmentId, table.unitId)],
);
