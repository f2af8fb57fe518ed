import { z } from 'zod';
import { phase } from './procedure.ts';
import { day, id, localText, moment, unitKind } from './text.ts';

const openAndRuled = z.object({ open: z.number().int(), ruled: z.number().int() });

/** What is behind in a unit once the last day of the present phase has passed. */
export const lateWork = z.enum(['claim', 'score', 'second', 'case', 'appeal']);
export type LateWork = z.infer<typeof lateWork>;

/** Where one unit stands in every phase of the round. */
export const boardUnit = z.object({
  unitId: id,
  code: z.string(),
  name: localText,
  kind: unitKind,
  /** People who speak for the unit and can sign in. */
  liaisons: z.number().int(),
  /** Leaves of the 100 that apply to it. */
  leaves: z.number().int(),
  /** Leaves at which it has assessed itself, and when it handed that in. */
  claimed: z.number().int(),
  claimSubmittedAt: moment.nullable(),
  /** Leaves judged by the evaluator, or by the first of two. */
  scored: z.number().int(),
  /** Leaves judged by the second of two; 0 without double scoring. */
  secondScored: z.number().int(),
  /** Scored leaves that lost marks. */
  deductions: z.number().int(),
  cases: openAndRuled,
  appeals: openAndRuled,
  late: z.array(lateWork),
});
export type BoardUnit = z.infer<typeof boardUnit>;

/** What one evaluator has to do, over all units, and has done. */
export const boardEvaluator = z.object({
  userId: id,
  displayName: z.string(),
  /** Families of units. */
  cells: z.number().int(),
  leaves: z.number().int(),
  done: z.number().int(),
  /** Leaves still open after the last day of the scoring. */
  late: z.number().int(),
});
export type BoardEvaluator = z.infer<typeof boardEvaluator>;

/** The whole round at a glance: unit × phase, and who has how much to do. */
export const progressBoard = z.object({
  phase,
  /** Last day of the present phase, and how many days ago that was (0 while there is time). */
  end: day.nullable(),
  overdueDays: z.number().int(),
  units: z.array(boardUnit),
  evaluators: z.array(boardEvaluator),
  /** The reader rates blindly: what the other raters of those families have done is not counted. */
  concealed: z.boolean(),
});
export type ProgressBoard = z.infer<typeof progressBoard>;

/** Openings, closings, extensions and reopenings of phases, oldest first, with their reasons. */
export const phaseEvent = z.object({
  at: moment,
  actorName: z.string(),
  kind: z.enum(['created', 'moved', 'extended', 'published']),
  from: phase.nullable(),
  /** Where it went; the phase itself where it was extended. */
  to: phase,
  /** Last day before and after an extension. */
  endBefore: day.nullable(),
  end: day.nullable(),
  reason: z.string(),
});
export type PhaseEvent = z.infer<typeof phaseEvent>;
export const phaseHistory = z.object({ events: z.array(phaseEvent) });
