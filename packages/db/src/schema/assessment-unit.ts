import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { units } from './unit.ts';

/** The units that an assessment scores. */
export const assessmentUnits = pgTable(
  'assessment_units',
  {
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId] })],
);
