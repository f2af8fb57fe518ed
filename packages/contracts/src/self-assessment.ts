import { z } from 'zod';
import { assessmentSummary } from './assessment.ts';
import { indicator, notice } from './indicator-system.ts';
import { leadTask, score, type missing } from './score-sheet.ts';
import { day, id, moment, paragraph } from './text.ts';
import { unit } from './unit.ts';

/** What a unit says of itself at a leaf (自评): the shape of a score, of no weight. `missing` means its proof. */
export const claim = score;
export type Claim = z.infer<typeof claim>;

/**
 * What a claim still lacks: whoever claims marks proves them; a bonus, or a veto that one admits, needs a reason
 * besides. Marks that a unit gives up itself need neither.
 *
 * @param of `marks` are null where nothing is claimed: unscored or N/A
 */
export function claimLacks(of: {
  readonly method: string;
  readonly marks: number | null;
  readonly reason: string;
  readonly evidence: number;
}): z.infer<typeof missing>[] {
  if (of.marks === null || of.marks <= 0) return [];
  const needsReason = of.method === 'bonus' || of.method === 'veto';
  return [
    ...(needsReason && of.reason.trim() === '' ? (['reason'] as const) : []),
    ...(of.evidence === 0 ? (['evidence'] as const) : []),
  ];
}

/** That a unit has handed its self-assessment in; `reason` says why although something is missing. */
export const claimSubmission = z.object({
  submittedAt: moment,
  submittedBy: z.string(),
  reason: z.string(),
});

/** That the organiser has opened it again; `lastDay` is the unit's own, null where that of the phase holds. */
export const claimReopening = z.object({
  reopenedAt: moment,
  reopenedBy: z.string(),
  lastDay: day.nullable(),
  reason: z.string(),
});

const stand = {
  submission: claimSubmission.nullable(),
  reopening: claimReopening.nullable(),
  /** Last day on which the unit may write, in Asia/Shanghai; null where none is set. */
  lastDay: day.nullable(),
};

/** A unit's self-assessment, leaf by leaf. `indicators` holds the inner nodes too. */
export const claimSheet = z.object({
  assessment: assessmentSummary,
  unit,
  indicators: z.array(indicator),
  claims: z.array(claim),
  leadTasks: z.array(leadTask),
  /** What the clauses are quoted from. */
  notice: notice.nullable(),
  /** True where the person speaks for the unit. */
  mine: z.boolean(),
  /** True where the person may write now: it is theirs, open, and not handed in. */
  writable: z.boolean(),
  /** True where the person may hand it in or take that back now. */
  open: z.boolean(),
  ...stand,
});
export type ClaimSheet = z.infer<typeof claimSheet>;

/** How far a unit has come; bonus and veto leaves do not count among the leaves. */
export const claimProgress = z.object({
  unit,
  leaves: z.number().int(),
  scored: z.number().int(),
  notApplicable: z.number().int(),
  incomplete: z.number().int(),
  lastChange: moment.nullable(),
  ...stand,
});
export type ClaimProgress = z.infer<typeof claimProgress>;
export const claimList = z.object({ assessment: assessmentSummary, units: z.array(claimProgress) });
export type ClaimList = z.infer<typeof claimList>;

/** Handing in with something missing needs a reason. */
export const claimSubmit = z.object({ reason: paragraph });
/** `lastDay` gives the unit more time than the phase has. */
export const claimReopen = z.object({ reason: paragraph, lastDay: day.nullable() });

/** The claims beside the scores that somebody looks at. */
export const claimsBeside = z.object({
  /** False where the round has none, or they are not shown to the person; `claims` is empty then. */
  shown: z.boolean(),
  claims: z.array(claim),
  /** Units that have handed theirs in. */
  submittedUnitIds: z.array(id),
});
export type ClaimsBeside = z.infer<typeof claimsBeside>;
