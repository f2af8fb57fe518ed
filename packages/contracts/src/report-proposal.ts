import { z } from 'zod';
import { ruleInput } from './rule.ts';
import { decimal, id, moment } from './text.ts';
import { reportFinding, versionNumber } from './unit-report.ts';

/** What the unit's filed report proposes for a leaf. Only `ready` has an input; a `hint` is something to look at. */
export const reportProposal = z.object({
  indicator: z.string(),
  state: z.enum(['ready', 'hint', 'waiting', 'none']),
  sentence: z.string(),
  input: ruleInput.nullable(),
  /** What would be the reason of the score beside those of its deductions. */
  reason: z.string(),
  marks: decimal.nullable(),
  fullMarks: decimal,
  /** Each in a sentence; what a check found names its cells. */
  reasons: z.array(z.object({ message: z.string(), finding: reportFinding.nullable() })),
  /** What the person, or whoever scores the leaf, made of it, and of which version of the report. */
  decided: z
    .object({
      outcome: z.enum(['confirmed', 'overruled']),
      version: z.number().int(),
      /** What was proposed then. */
      marks: decimal,
      at: moment,
    })
    .nullable(),
});
export type ReportProposal = z.infer<typeof reportProposal>;

/** Of the leaves that the person may look at and that the report says something of. */
export const reportProposals = z.object({
  /** The year of the report. */
  year: z.number().int(),
  /** The newest version; null where none is filed. */
  version: z.number().int().nullable(),
  proposals: z.array(reportProposal),
});
export type ReportProposals = z.infer<typeof reportProposals>;

/** One leaf across the units that the person may look at and whose reports say something of it. */
export const indicatorReportProposals = z.object({
  /** The year of the reports. */
  year: z.number().int(),
  proposals: z.array(
    reportProposal.extend({
      unitId: id,
      /** The newest version that the unit has filed; null where it has filed none. */
      version: z.number().int().nullable(),
    }),
  ),
});
export type IndicatorReportProposals = z.infer<typeof indicatorReportProposals>;

/** Which version of the report is to be evidence of a score. */
export const reportEvidence = z.object({ version: versionNumber });
