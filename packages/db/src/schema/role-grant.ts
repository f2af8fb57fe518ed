import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { assessments } from './assessment.ts';
import { units } from './unit.ts';
import { users } from './user.ts';

/** A role, in one assessment or (no assessment) in all; a liaison's also names the unit. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: ['organiser', 'evaluator', 'reviewer', 'liaison', 'leader'] }).notNull(),
    assessmentId: uuid('assessment_id').references(() => assessments.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id').references(() => units.id, { onDelete: 'cascade' }),
  },
  (table) => [index('role_grants_user_id_idx').on(table.userId)],
);
