import { z } from 'zod';
import { assessmentSummary } from './assessment.ts';
import { livePageState } from './frozen-page.ts';
import { indicator } from './indicator-system.ts';
import { ruleInput } from './rule.ts';
import { decimal, id, line, localText, moment, paragraph } from './text.ts';
import { unit } from './unit.ts';

export const scoreState = z.enum(['unscored', 'scored', 'not_applicable']);
export type ScoreState = z.infer<typeof scoreState>;

export const evidence = z.object({
  id,
  kind: z.enum(['link', 'file', 'page']),
  title: z.string(),
  url: z.string().nullable(),
  filename: z.string().nullable(),
  mediaType: z.string().nullable(),
  size: z.number().int().nullable(),
  sha256: z.string().nullable(),
  /** Of a kept page: what its live one was found to be, and when; null where nobody looked. */
  live: z.object({ state: livePageState, checkedAt: moment }).nullable(),
  capturedAt: moment,
  addedAt: moment,
  addedBy: z.string(),
});
export type Evidence = z.infer<typeof evidence>;

/** Why a scored leaf is not complete yet. */
export const missing = z.enum(['reason', 'evidence']);

/** A leaf's score for a unit. `fullMarks` is null where the leaf does not apply to the unit's kind. */
export const score = z.object({
  unitId: id,
  indicator: z.string(),
  state: scoreState,
  input: ruleInput.nullable(),
  marks: decimal.nullable(),
  fullMarks: decimal,
  reason: z.string(),
  revision: z.number().int(),
  updatedAt: moment.nullable(),
  updatedBy: z.string().nullable(),
  missing: z.array(missing),
  evidence: z.array(evidence),
});
export type Score = z.infer<typeof score>;

/** Writes a score. `expectedRevision` is 0 for a leaf never touched; a stale one is refused with the newer score. */
export const scoreWrite = z.object({
  expectedRevision: z.number().int().min(0),
  state: scoreState,
  input: ruleInput.nullable(),
  reason: paragraph,
});
export type ScoreWrite = z.infer<typeof scoreWrite>;

/** Progress through one unit's leaves, as far as the person may see them. */
export const sheetSummary = z.object({
  unit,
  leaves: z.number().int(),
  scored: z.number().int(),
  notApplicable: z.number().int(),
  incomplete: z.number().int(),
  /** True where the person may write at least one leaf of the sheet. */
  writable: z.boolean(),
  evaluators: z.array(z.object({ id, displayName: z.string() })),
});
export const sheetList = z.object({
  assessment: assessmentSummary,
  sheets: z.array(sheetSummary),
  /** The person has to hand in the calibration before scoring anything. */
  held: z.boolean(),
  indicators: z.array(
    z.object({
      code: z.string(),
      name: localText,
      family: z.string(),
      units: z.number().int(),
      done: z.number().int(),
    }),
  ),
});
export type SheetList = z.infer<typeof sheetList>;

const named = z.object({ code: z.string(), name: localText });
/** Units and leaves of a round that a person may look up by their names. */
export const roundNames = z.object({ units: z.array(named), leaves: z.array(named) });
export type RoundNames = z.infer<typeof roundNames>;

/** A lead task of the notice that the unit answers for (D4-1). */
export const leadTask = z.object({
  clause: z.number().int(),
  role: z.enum(['lead', 'shared']),
  text: localText,
});

/** How a leaf is to be read (口径), in the organiser's words after the calibration. */
export const guidanceNote = z.object({
  note: z.string(),
  by: z.string(),
  at: moment,
  revision: z.number().int(),
});
export type GuidanceNote = z.infer<typeof guidanceNote>;

/** One unit through all leaves. `indicators` holds the inner nodes too; scores only the leaves. */
export const unitSheet = z.object({
  assessment: assessmentSummary,
  unit,
  indicators: z.array(indicator),
  scores: z.array(score),
  leadTasks: z.array(leadTask),
  writable: z.boolean(),
  /** As of the list. */
  held: z.boolean(),
  /** By indicator code. */
  guidance: z.record(z.string(), guidanceNote),
  /** Score of the leaf in last year's round of the same unit, by indicator code. */
  previous: z.record(
    z.string(),
    z.object({
      state: scoreState,
      marks: decimal.nullable(),
      fullMarks: decimal,
      /** What was asked of the unit then, and its answer. */
      rectification: z.object({ request: z.string(), answer: z.string() }).nullable(),
    }),
  ),
});
export type UnitSheet = z.infer<typeof unitSheet>;

/** One leaf across all units, for even judgement. */
export const indicatorSheet = z.object({
  assessment: assessmentSummary,
  indicator,
  parents: z.array(z.object({ code: z.string(), name: localText })),
  units: z.array(unit),
  scores: z.array(score),
  /** Units whose score the person may write. */
  writableUnitIds: z.array(id),
  /** As of the list. */
  held: z.boolean(),
  guidance: guidanceNote.nullable(),
});
export type IndicatorSheet = z.infer<typeof indicatorSheet>;

/** What an entry in the life of a score is. */
export const scoreLifeStage = z.enum([
  'claim',
  'first',
  'second',
  'score',
  'agreed',
  'returned',
  'arbitration-opened',
  'arbitration',
  'arbitration-ruled',
  'na-approved',
  'na-rejected',
  'appeal-submitted',
  'appeal-withdrawn',
  'appeal',
  'appeal-ruled',
  'final',
  'published',
]);
export type ScoreLifeStage = z.infer<typeof scoreLifeStage>;

const lifeValue = z.object({ state: scoreState, marks: decimal.nullable(), reason: z.string() });

/** A step on which nothing was written has no values but what stood at the end; `note` is what was said at it. */
export const scoreLifeEntry = z.object({
  at: moment,
  by: z.string(),
  stage: scoreLifeStage,
  from: lifeValue.nullable(),
  to: lifeValue.nullable(),
  note: z.string(),
});
export type ScoreLifeEntry = z.infer<typeof scoreLifeEntry>;

export const scoreHistory = z.object({ entries: z.array(scoreLifeEntry) });

export const newLinkEvidence = z.object({
  title: line,
  url: z.url({ protocol: /^https?$/ }).max(2000),
  capturedAt: moment,
});
/** Fields of the multipart form beside `file`. */
export const newFileEvidence = z.object({ title: line, capturedAt: moment });
/** A piece that the unit has elsewhere, to be used here too. */
export const evidenceCopy = z.object({ evidenceId: id });
