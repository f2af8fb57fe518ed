import { z } from 'zod';
import { assessmentSummary, band } from './assessment.ts';
import { indicator } from './indicator-system.ts';
import { family } from './result.ts';
import { evidence, score, scoreState } from './score-sheet.ts';
import { ruleInput } from './rule.ts';
import { day, decimal, id, localText, moment, paragraph } from './text.ts';
import { unit } from './unit.ts';

export const appealState = z.enum(['open', 'withdrawn', 'upheld', 'partly_upheld', 'rejected']);
export type AppealState = z.infer<typeof appealState>;

/** What stands for a unit at one moment; total, band and rank are null to those who may not see them yet. */
export const appealFigures = z.object({
  marks: decimal.nullable(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  rank: z.number().nullable(),
});
export type AppealFigures = z.infer<typeof appealFigures>;

/** A unit's objection to one score (申诉), and what became of it. */
export const appeal = z.object({
  id,
  unit: z.object({ code: z.string(), name: localText }),
  indicator: z.object({ code: z.string(), name: localText }),
  state: appealState,
  statement: z.string(),
  submittedAt: moment,
  submittedBy: z.string(),
  revision: z.number().int(),
  /** Null while open or withdrawn. `by` is null to the unit: who assessed answers to the office. */
  ruling: z
    .object({
      text: z.string(),
      at: moment,
      by: z.string().nullable(),
      before: appealFigures,
      after: appealFigures,
    })
    .nullable(),
});
export type Appeal = z.infer<typeof appeal>;

/** What is asked of a unit after a deduction (整改), and its answer. */
export const rectification = z.object({
  request: z.string(),
  dueOn: day.nullable(),
  answer: z.string(),
  answeredAt: moment.nullable(),
  revision: z.number().int(),
  evidence: z.array(evidence),
});
export type Rectification = z.infer<typeof rectification>;

/** A leaf of a unit's problem list: marks lost, not applicable, bonus or veto. */
export const problemItem = z.object({
  indicator: z.object({ code: z.string(), name: localText, family: z.string(), ruleText: z.string() }),
  role: z.enum(['score', 'bonus', 'veto']),
  state: scoreState,
  fullMarks: decimal,
  marks: decimal.nullable(),
  /** Marks lost; 0 for bonus and veto. */
  lost: z.number(),
  reason: z.string(),
  /** Single deductions with their own reasons, as they were entered. */
  deductions: z.array(z.object({ label: localText.nullable(), count: z.number(), reason: z.string() })),
  evidence: z.array(evidence),
  /** The same indicator lost marks the year before (重复扣分). */
  repeated: z
    .object({ year: z.number().int(), lost: z.number(), request: z.string(), answer: z.string() })
    .nullable(),
  rectification: rectification.nullable(),
  /** Oldest first. */
  appeals: z.array(appeal),
  /** Proof of the appeals of the leaf. */
  proof: z.array(evidence),
});
export type ProblemItem = z.infer<typeof problemItem>;

/** A unit's list of problems (反馈问题清单). The unit's total and rank are not in it. */
export const problemList = z.object({
  assessment: assessmentSummary,
  unit,
  families: z.array(family),
  items: z.array(problemItem),
  /** Last day of appeals; null outside the phase, or where no day is set. */
  appealEnd: day.nullable(),
  /** What the person who reads it may do now. */
  may: z.object({ appeal: z.boolean(), answer: z.boolean(), request: z.boolean() }),
});
export type ProblemList = z.infer<typeof problemList>;

/** The units whose problem lists one may read, with what waits in each. */
export const problemListSummary = z.object({
  unit,
  /** Leaves that lost marks. */
  problems: z.number().int(),
  requests: z.number().int(),
  answers: z.number().int(),
  /** The first last day of what waits for an answer; null where nothing does, or none is set. */
  dueOn: day.nullable(),
  openAppeals: z.number().int(),
  ruledAppeals: z.number().int(),
});
export type ProblemListSummary = z.infer<typeof problemListSummary>;
export const problemLists = z.object({
  assessment: assessmentSummary,
  lists: z.array(problemListSummary),
});
export type ProblemLists = z.infer<typeof problemLists>;

const told = paragraph.check(z.minLength(1));

export const newAppeal = z.object({ statement: told });
export const appealList = z.object({ appeals: z.array(appeal) });

/** What may keep somebody from ruling: they gave the score, or belong to the unit. */
export const rulingBar = z.enum(['own-score', 'own-unit', 'closed']);

/** Everything that whoever rules needs before them. */
export const appealDetail = z.object({
  assessment: assessmentSummary,
  appeal,
  unit,
  indicator,
  score,
  proof: z.array(evidence),
  bands: z.array(band),
  /** As it stands now, for the unit. */
  standing: appealFigures,
  bar: rulingBar.nullable(),
});
export type AppealDetail = z.infer<typeof appealDetail>;

/** The score that an appeal would lead to, by the rule of the leaf. */
export const ruledScore = z.object({
  state: scoreState.exclude(['unscored']),
  input: ruleInput.nullable(),
  /** Why marks are still lost. */
  reason: paragraph,
});

/** What a change of one score does to its unit, and to the others of its group. */
export const appealImpact = z.object({
  before: appealFigures,
  after: appealFigures,
  /** The others whose rank changes or who are overtaken, by their rank now. */
  moved: z.array(
    z.object({
      code: z.string(),
      name: localText,
      from: z.number().nullable(),
      to: z.number().nullable(),
      /** The unit is ahead of it then, and is not now. */
      overtaken: z.boolean(),
    }),
  ),
});
export type AppealImpact = z.infer<typeof appealImpact>;

export const appealRuling = z.object({
  expectedRevision: z.number().int(),
  outcome: z.enum(['upheld', 'partly_upheld', 'rejected']),
  /** The reason, which the unit reads. */
  text: told,
  /** Null where the appeal is rejected. */
  score: ruledScore.nullable(),
});
export type AppealRuling = z.infer<typeof appealRuling>;

export const rectificationRequest = z.object({
  expectedRevision: z.number().int().min(0),
  request: told,
  dueOn: day.nullable(),
});
export const rectificationAnswer = z.object({ expectedRevision: z.number().int().min(1), answer: told });

/** What a unit may prove with evidence of its own. */
export const proofPurpose = z.enum(['appeal', 'rectification']);

export const noticeFormat = z.enum(['docx', 'pdf']);
export type NoticeFormat = z.infer<typeof noticeFormat>;
