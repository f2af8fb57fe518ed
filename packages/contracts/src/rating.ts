import { z } from 'zod';
import { assessmentSummary } from './assessment.ts';
import { slot } from './assignment.ts';
import { indicator } from './indicator-system.ts';
import { ruleInput } from './rule.ts';
import { evidence, score, scoreState, scoreWrite } from './score-sheet.ts';
import { decimal, id, line, localText, moment, paragraph } from './text.ts';
import { unit } from './unit.ts';

const person = z.object({ id, displayName: z.string() });

/** Where one of two raters stands with a family of a unit. */
export const familyHandIn = z.object({
  slot,
  rater: person.nullable(),
  handedInAt: moment.nullable(),
  handedInBy: z.string().nullable(),
});

/** What one rater gave a leaf, with the evidence they added. */
export const rating = z.object({
  slot,
  rater: z.string(),
  state: scoreState,
  input: ruleInput.nullable(),
  marks: decimal.nullable(),
  reason: z.string(),
  evidence: z.array(evidence),
});
export type Rating = z.infer<typeof rating>;

/** How a leaf stands once both raters have handed it in: they agree, or a case is open, or ruled. */
export const ratingOutcome = z.enum(['agreed', 'open', 'ruled', 'none']);

export const ratedLeaf = z.object({
  indicator: z.string(),
  outcome: ratingOutcome,
  ratings: z.array(rating),
  /** The score as it stands. */
  score: score.pick({ state: true, marks: true, input: true, reason: true, fullMarks: true }),
});
export type RatedLeaf = z.infer<typeof ratedLeaf>;

/**
 * The two raters of a unit. A rater sees only their own hand-in of a family until both have handed it in; nobody sees
 * a rating in it before.
 */
export const ratingSheet = z.object({
  unitId: id,
  families: z.array(
    z.object({
      family: z.string(),
      name: localText,
      leaves: z.array(z.string()),
      /** The asker's place among the two; null for others. */
      own: slot.nullable(),
      both: z.boolean(),
      handIns: z.array(familyHandIn),
    }),
  ),
  leaves: z.array(ratedLeaf),
});
export type RatingSheet = z.infer<typeof ratingSheet>;

/** Hands in families of a unit; all of one's own where none is named. */
export const handIn = z.object({
  families: z.array(z.string().min(1).max(32)).min(1).max(100).optional(),
  /** Although reasons or evidence are missing; what is unscored is refused all the same. */
  acceptIncomplete: z.boolean().default(false),
});

/** Gives a family back to one of its raters. */
export const handInWithdrawal = z.object({
  family: z.string().min(1).max(32),
  slot,
  reason: paragraph,
});

/** Who has handed in what, over the whole round. */
export const handInBoard = z.object({
  units: z.array(z.object({ id, code: z.string(), name: localText })),
  families: z.array(z.object({ code: z.string(), name: localText })),
  cells: z.array(
    z.object({
      unitId: id,
      family: z.string(),
      both: z.boolean(),
      handIns: z.array(familyHandIn),
      openCases: z.number().int(),
    }),
  ),
});
export type HandInBoard = z.infer<typeof handInBoard>;

/** A leaf at which two raters differ by more than the threshold. */
export const arbitrationCase = z.object({
  unit: z.object({ code: z.string(), name: localText }),
  indicator: z.object({ code: z.string(), name: localText, family: z.string() }),
  fullMarks: decimal,
  ratings: z.array(rating.pick({ slot: true, rater: true, state: true, marks: true })),
  openedAt: moment,
  /** Null while the case is open. */
  ruling: z
    .object({
      by: z.string(),
      at: moment,
      reason: z.string(),
      state: scoreState,
      marks: decimal.nullable(),
    })
    .nullable(),
  /** Whether the asker may rule: a reviewer who is neither rater and does not belong to the unit. */
  mayRule: z.boolean(),
});
export type ArbitrationCase = z.infer<typeof arbitrationCase>;
export const arbitrationList = z.object({
  assessment: assessmentSummary,
  cases: z.array(arbitrationCase),
});
export type ArbitrationList = z.infer<typeof arbitrationList>;

/** One case with everything that is needed to rule. */
export const arbitrationFile = z.object({
  assessment: assessmentSummary,
  unit,
  indicator,
  case: arbitrationCase,
  ratings: z.array(rating),
  /** The score as it stands; its revision is what a ruling is held against. */
  score,
});
export type ArbitrationFile = z.infer<typeof arbitrationFile>;

export const arbitrationRuling = scoreWrite.extend({ reason: line.max(4000) });

const share = z.number().nullable();

/** Agreement over leaves that both raters handed in; shares of marks. Null where a figure is undefined. */
export const agreementFigures = z.object({
  /** Leaves compared. */
  n: z.number().int(),
  /** Share of leaves on which both gave the same. */
  percent: share,
  /** Cohen's kappa over tenths of the marks, quadratic weights. */
  kappa: share,
  /** Krippendorff's alpha over shares of marks, interval metric. */
  alpha: share,
  /** Mean absolute difference of the shares. */
  difference: share,
  /** Leaves that went to arbitration. */
  arbitrated: z.number().int(),
});
export type AgreementFigures = z.infer<typeof agreementFigures>;

/** From where on an indicator counts as unclear. */
export const agreementLimits = z.object({
  /** Fewest leaves compared for a verdict. */
  atLeast: z.coerce.number().int().min(2).max(1000).default(4),
  alphaBelow: z.coerce.number().min(-1).max(1).default(0.667),
  /** Differences smaller than this share of the marks on the average do not make an indicator unclear. */
  differenceAbove: z.coerce.number().min(0).max(1).default(0.05),
  /** Share of leaves that went to arbitration. */
  arbitratedFrom: z.coerce.number().min(0).max(1).default(0.25),
});
export type AgreementLimits = z.infer<typeof agreementLimits>;

export const agreementReport = z.object({
  assessment: assessmentSummary,
  limits: agreementLimits,
  overall: agreementFigures,
  indicators: z.array(
    agreementFigures.extend({
      code: z.string(),
      name: localText,
      family: z.string(),
      unclear: z.boolean(),
    }),
  ),
  pairs: z.array(agreementFigures.extend({ raters: z.tuple([person, person]) })),
  /** Mean signed difference of the shares against the other rater: above 0 is milder. */
  raters: z.array(z.object({ rater: person, n: z.number().int(), leniency: share })),
});
export type AgreementReport = z.infer<typeof agreementReport>;
