import { z } from 'zod';
import { assessmentSummary } from './assessment.ts';
import { code, decimal, localText, moment, paragraph } from './text.ts';

/** How an N/A stands: waiting for its approval, approved, or rejected and to be scored. */
export const notApplicableState = z.enum(['pending', 'approved', 'rejected']);
export type NotApplicableState = z.infer<typeof notApplicableState>;

/** A leaf of a unit that evaluators call N/A. What a reviewer ruled to be N/A needs no approval and is not among them. */
export const notApplicableItem = z.object({
  unit: z.object({ code: z.string(), name: localText }),
  indicator: z.object({ code: z.string(), name: localText }),
  fullMarks: decimal,
  /** When the indicator may be N/A, in the words of its system. */
  condition: z.string().nullable(),
  reason: z.string(),
  /** Who called it N/A: of two raters, both. */
  by: z.array(z.string()),
  at: moment,
  /** Revision of the score that a decision is about. */
  revision: z.number().int(),
  state: notApplicableState,
  decision: z.object({ by: z.string(), at: moment, reason: z.string() }).nullable(),
  /** Whether the asker may decide: a reviewer or organiser who did not score it and does not belong to the unit. */
  mayDecide: z.boolean(),
});
export type NotApplicableItem = z.infer<typeof notApplicableItem>;

export const notApplicableList = z.object({
  assessment: assessmentSummary,
  items: z.array(notApplicableItem),
});
export type NotApplicableList = z.infer<typeof notApplicableList>;

/** Of one unit, or of all. */
export const notApplicableQuery = z.object({ unit: code.optional() });

/** Decides on one or several, for one reason; a rejection needs it. */
export const notApplicableDecision = z.object({
  outcome: z.enum(['approved', 'rejected']),
  reason: paragraph.default(''),
  cells: z
    .array(z.object({ unit: code, indicator: code, revision: z.number().int().min(1) }))
    .min(1)
    .max(500),
});
export type NotApplicableDecision = z.infer<typeof notApplicableDecision>;
