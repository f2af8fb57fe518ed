import { z } from 'zod';
import { assessmentSlug, day, decimal, id, line, localText, paragraph, unitKind } from './text.ts';
import { phase, procedure } from './procedure.ts';
import { unit } from './unit.ts';

/** The calendar of a round: the survey runs beside the scoring. */
export const datedPhase = z.enum([...phase.options, 'survey']);
export const phaseDates = z.partialRecord(datedPhase, z.object({ start: day, end: day }));

export const band = z.object({
  code: z.string().min(1).max(32),
  name: localText,
  minimum: z.number().min(0).max(100),
});
export type Band = z.infer<typeof band>;

/** What the organiser may set; everything has a default from the template. */
/** Under which what is published may be used: a short name, its words, and where they can be read. */
export const licence = z.object({ name: line, title: line, path: z.url({ protocol: /^https?$/ }).max(500) });
export type Licence = z.infer<typeof licence>;

export const assessmentSettings = z.object({
  title: line,
  year: z.number().int().min(2000).max(2100),
  /** The year whose annual reports are judged; left as it is, or the one before, where it is not given. */
  reportYear: z.number().int().min(1999).max(2100).optional(),
  indicatorSystemId: id,
  unitIds: z.array(id).min(1).max(2000),
  phaseDates,
  /** Weight of the social appraisal in the total, 0 to 1; the third-party score has the rest. */
  socialWeight: z.number().min(0).max(1),
  /** From the best band to the worst; the last minimum is 0. */
  bands: z.array(band).min(1).max(10),
  /** Codes of families, bonus or veto leaves that do not count in this round. */
  excludedIndicators: z.array(z.string().max(32)).max(200),
  /** Most marks that bonuses can add, and the ceiling of the total; null for none. */
  bonusCap: z.number().min(0).max(100).nullable(),
  totalCap: z.number().min(1).max(1000).nullable(),
  /** Band that a triggered veto caps the unit at. */
  vetoBand: z.string().max(32).nullable(),
  /** Fewest valid answers for a unit's appraisal to be printed. */
  minimumSample: z.number().int().min(1).max(100_000),
  /** Left as it is where it is not given. */
  procedure: procedure.optional(),
  /** Left as it is where it is not given. */
  licence: licence.optional(),
});
export type AssessmentSettings = z.infer<typeof assessmentSettings>;

/** Sum of marks of one family for one kind of unit: as designed, and as a share of 100 once rescaled. */
export const effectiveMarks = z.object({
  family: z.string(),
  name: localText,
  kind: unitKind,
  leaves: z.number().int(),
  marks: decimal,
  /** Per cent of the third-party score, after switched-off families are redistributed. */
  share: decimal,
  included: z.boolean(),
});

/** Asked by the set-up page while the organiser switches indicators on and off. */
export const effectiveMarksQuery = assessmentSettings.pick({
  indicatorSystemId: true,
  excludedIndicators: true,
});
export const effectiveMarksPreview = z.object({ effectiveMarks: z.array(effectiveMarks) });

export const assessmentSummary = z.object({
  id,
  slug: assessmentSlug,
  year: z.number().int(),
  /** The year whose annual reports are judged. */
  reportYear: z.number().int(),
  title: z.string(),
  phase,
  /** Whether results are out already: in another phase than `published` they are being corrected. */
  published: z.boolean(),
  procedure,
  phaseDates,
  demonstration: z.boolean(),
  unitCount: z.number().int(),
});
export type AssessmentSummary = z.infer<typeof assessmentSummary>;
export const assessmentList = z.object({ assessments: z.array(assessmentSummary) });

export const assessment = assessmentSummary.extend({
  settings: assessmentSettings,
  revision: z.number().int(),
  units: z.array(unit),
  effectiveMarks: z.array(effectiveMarks),
});
export type Assessment = z.infer<typeof assessment>;

/** The template's defaults for a new assessment, ready to be edited. */
export const assessmentDefaults = z.object({
  settings: assessmentSettings,
  effectiveMarks: z.array(effectiveMarks),
});
export const newAssessment = assessmentSettings;
export const assessmentChange = z.object({
  expectedRevision: z.number().int(),
  settings: assessmentSettings,
});

/** Moves to another phase. Closing the scoring with leaves unscored needs `acceptUnscored` and a reason. */
export const phaseChange = z.object({
  to: phase.exclude(['published']),
  reason: paragraph,
  acceptUnscored: z.boolean().default(false),
});

/** Gives the present phase more time. */
export const phaseExtension = z.object({ end: day, reason: paragraph });

/** Where the round stands: a line for each unit. */
export const unitProgress = z.object({
  unitId: id,
  code: z.string(),
  name: localText,
  kind: unitKind,
  leaves: z.number().int(),
  scored: z.number().int(),
  notApplicable: z.number().int(),
  /** Scored, but a lost mark lacks its reason or evidence. */
  incomplete: z.number().int(),
  lastChange: z.string().nullable(),
  responses: z.number().int(),
});
export const assessmentProgress = z.object({
  units: z.array(unitProgress),
  families: z.array(z.object({ code: z.string(), name: localText })),
  /** Unit × family, for the heat map: the share of leaves that have a score or are N/A, 0 to 1; null where none apply. */
  cells: z.array(z.object({ unitId: id, family: z.string(), done: z.number().nullable() })),
  unassigned: z.number().int(),
});
export type AssessmentProgress = z.infer<typeof assessmentProgress>;
