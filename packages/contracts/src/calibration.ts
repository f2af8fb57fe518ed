import { z } from 'zod';
import { assessmentSummary } from './assessment.ts';
import { indicator } from './indicator-system.ts';
import { agreementFigures } from './rating.ts';
import { guidanceNote, score, scoreState, scoreWrite } from './score-sheet.ts';
import { decimal, id, localText, moment, paragraph } from './text.ts';
import { unit } from './unit.ts';

const person = z.object({ id, displayName: z.string() });
const share = z.number().nullable();

/** `none`: no reference unit is marked. `closed`: everybody sees what everybody entered. */
export const calibrationState = z.enum(['none', 'open', 'closed']);

/** How far an evaluator has come. */
export const calibrationStand = z.object({
  leaves: z.number().int(),
  done: z.number().int(),
  submittedAt: moment.nullable(),
});

/** What one evaluator gave a leaf of a reference unit. */
export const calibrationValue = z.object({
  raterId: id,
  state: scoreState,
  marks: decimal.nullable(),
  reason: z.string(),
  /** Share of the full marks above (or, negative, below) the median of all; null of an N/A. */
  fromMedian: share,
});

/** A leaf of a reference unit, with what all gave it. */
export const calibratedCell = z.object({
  unitId: id,
  fullMarks: decimal,
  /** Median of the shares of the marks; null where nobody gave a number. */
  median: share,
  /** The highest share less the lowest. */
  spread: share,
  values: z.array(calibrationValue),
});

export const calibrationReport = z.object({
  raters: z.array(
    person.extend({
      /** Leaves with a number. */
      n: z.number().int(),
      /** Mean difference of the shares from the median: above 0 is milder. */
      fromMedian: share,
      /** Mean distance from the median. */
      distance: share,
    }),
  ),
  /** Over all pairs of evaluators; `arbitrated` counts the pairs that differ by more than the threshold. */
  overall: agreementFigures,
  indicators: z.array(
    agreementFigures.extend({
      code: z.string(),
      name: localText,
      family: z.string(),
      /** The widest spread at a unit. */
      spread: share,
      unclear: z.boolean(),
      guidance: guidanceNote.nullable(),
      cells: z.array(calibratedCell),
    }),
  ),
});
export type CalibrationReport = z.infer<typeof calibrationReport>;

export const calibration = z.object({
  assessment: assessmentSummary,
  state: calibrationState,
  units: z.array(unit),
  /** Whether nobody scores anything else before having handed in. */
  holds: z.boolean(),
  revision: z.number().int(),
  /** Whether something was entered: the units stay as they are from then on. */
  begun: z.boolean(),
  closing: z.object({ at: moment, by: z.string().nullable(), reason: z.string() }).nullable(),
  /** Of an evaluator, with each unit. */
  own: calibrationStand
    .extend({ units: z.array(z.object({ unitId: id, leaves: z.number().int(), done: z.number().int() })) })
    .nullable(),
  /** Who has handed in, for organisers and reviewers. */
  raters: z.array(calibrationStand.omit({ done: true }).extend({ rater: person })),
  /** Null while it is open. */
  report: calibrationReport.nullable(),
});
export type Calibration = z.infer<typeof calibration>;

/** Marks the reference units; none takes the calibration back. */
export const calibrationSetting = z.object({
  expectedRevision: z.number().int().min(0),
  unitIds: z.array(id).max(20),
  holds: z.boolean(),
});

/** A reference unit as one evaluator scores it; `indicators` holds the inner nodes too. */
export const calibrationSheet = z.object({
  assessment: assessmentSummary,
  unit,
  units: z.array(unit),
  indicators: z.array(indicator),
  entries: z.array(score),
  writable: z.boolean(),
  state: calibrationState,
  submittedAt: moment.nullable(),
});
export type CalibrationSheet = z.infer<typeof calibrationSheet>;

export const calibrationEntry = scoreWrite;
/** Closes it although not all have handed in; then with a reason. */
export const calibrationClosing = z.object({ reason: paragraph });
/** An empty note takes the guidance away. */
export const guidanceWrite = z.object({ expectedRevision: z.number().int().min(0), note: paragraph });
