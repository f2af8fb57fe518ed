import { integer, jsonb, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Judge } from '@gongping/annual-report';
import type { LocalText, Rule } from '@gongping/scoring';
import { indicatorSystems } from './indicator-system.ts';

/** A node of an indicator system. Leaves carry marks for each kind of unit and a typed rule. */
export const indicators = pgTable(
  'indicators',
  {
    id: uuid().primaryKey(),
    systemId: uuid('system_id')
      .notNull()
      .references(() => indicatorSystems.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    parentCode: text('parent_code'),
    position: integer().notNull(),
    level: integer().notNull(),
    name: jsonb().$type<LocalText>().notNull(),
    role: text({ enum: ['score', 'bonus', 'veto'] }).notNull(),
    unitKinds: text('unit_kinds', { enum: ['county', 'department'] })
      .array()
      .notNull(),
    countyMarks: numeric('county_marks', { precision: 10, scale: 4 }),
    departmentMarks: numeric('department_marks', { precision: 10, scale: 4 }),
    rule: jsonb().$type<Rule>(),
    ruleText: text('rule_text').notNull(),
    evidenceWanted: text('evidence_wanted').notNull(),
    naCondition: text('na_condition'),
    clauses: integer().array().notNull(),
    quote: text().notNull(),
    legalBasis: text('legal_basis'),
    /** By what the product can propose a score for the leaf; null where it cannot. */
    judge: text().$type<Judge>(),
  },
  (table) => [unique('indicators_system_id_code_key').on(table.systemId, table.code)],
);
