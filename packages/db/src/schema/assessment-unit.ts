import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { unitOfRound } from './round-columns.ts';

/** The units that an assessment scores. */
export const assessmentUnits = pgTable(
  'assessment_units',
  {
    ...unitOfRound(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.unitId] })],
);
