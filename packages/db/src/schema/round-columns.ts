import { jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core';
import type { RuleInput } from '@gongping/scoring';
import { assessments } from './assessment.ts';
import { indicators } from './indicator.ts';
import { units } from './unit.ts';

/** What a row of a round is about: one of its units. */
export const unitOfRound = () => ({
  assessmentId: uuid('assessment_id')
    .notNull()
    .references(() => assessments.id, { onDelete: 'cascade' }),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => units.id),
});

/** A cell of a round: a leaf of one of its units. */
export const cellOfRound = () => ({
  ...unitOfRound(),
  indicatorId: uuid('indicator_id')
    .notNull()
    .references(() => indicators.id),
});

/** What somebody gives a cell. Unscored, zero and N/A are three things. */
export const judgement = () => ({
  state: text({ enum: ['unscored', 'scored', 'not_applicable'] }).notNull(),
  input: jsonb().$type<RuleInput>(),
  marks: numeric({ precision: 20, scale: 10 }),
  reason: text().notNull(),
});
