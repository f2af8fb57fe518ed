import { judges } from '@gongping/annual-report';
import type { Rule } from '@gongping/scoring';
import { z } from 'zod';
import { rule } from './rule.ts';
import { decimal, id, localText, moment, unitKind } from './text.ts';

/** What the product can judge of a filed annual report. */
export const judge = z.enum(judges);

export const noticeClause = z.object({
  number: z.number().int(),
  section: z.string(),
  title: z.string(),
  text: z.string(),
  leads: z.string().nullable(),
});
export const notice = z.object({
  documentNumber: z.string(),
  title: z.string(),
  issuer: z.string(),
  date: z.string(),
  preamble: z.string(),
  clauses: z.array(noticeClause),
});
export type Notice = z.infer<typeof notice>;

export const indicatorRole = z.enum(['score', 'bonus', 'veto']);

/** Read-only, as the engine has it: a stored rule goes out as it is. */
const typedRule: z.ZodType<Rule> = rule;

/** A node of the tree; leaves have a rule and marks for the kinds they apply to. */
export const indicator = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  level: z.number().int(),
  name: localText,
  role: indicatorRole,
  unitKinds: z.array(unitKind),
  marks: z.object({ county: decimal.nullable(), department: decimal.nullable() }),
  rule: typedRule.nullable(),
  ruleText: z.string(),
  evidenceWanted: z.string(),
  naCondition: z.string().nullable(),
  clauses: z.array(z.number().int()),
  quote: z.string(),
  legalBasis: z.string().nullable(),
  /** By what the product can propose a score for the leaf. */
  judge: judge.nullable(),
});
export type Indicator = z.infer<typeof indicator>;

export const indicatorSystemSummary = z.object({
  id,
  code: z.string(),
  version: z.number().int(),
  title: localText,
  /** Null for a draft. */
  frozenAt: moment.nullable(),
  createdAt: moment,
  /** Counts the changes of a draft, so that two who edit it notice each other. */
  revision: z.number().int(),
  leaves: z.number().int(),
});
export const indicatorSystemList = z.object({ systems: z.array(indicatorSystemSummary) });
export const indicatorSystem = indicatorSystemSummary.extend({ notice, indicators: z.array(indicator) });
export type IndicatorSystem = z.infer<typeof indicatorSystem>;
