import type * as pure from '@gongping/questionnaire';
import { z } from 'zod';
import { cellProblem } from './problem.ts';
import { questionKind, questionnaire } from './questionnaire.ts';
import { localText, moment, printable } from './text.ts';

/** Words that may still be missing. */
const words = z.object({ zh: printable.check(z.maxLength(500)), en: printable.check(z.maxLength(500)) });
/** What is to become a code. */
const code = printable.check(z.maxLength(32));

/** A question of a draft: a questionnaire that may be incomplete; what is missing is told by the checks, not refused. */
const draftQuestion = z.object({
  code,
  kind: questionKind,
  text: words,
  options: z.array(z.object({ code, label: words, value: z.number().nullable() })).max(100),
  family: z.string().max(32).nullable(),
  required: z.boolean(),
  hint: words.nullable(),
  section: code.nullable(),
  askedIf: z.array(z.object({ question: code, options: z.array(code).max(100) })).max(50),
  rows: z.array(z.object({ code, text: words, family: z.string().max(32).nullable() })).max(100),
  number: z
    .object({ minimum: z.number().nullable(), maximum: z.number().nullable(), whole: z.boolean() })
    .nullable(),
});

export const questionnaireDraft = z.object({
  title: words,
  introduction: z.object({ zh: printable.check(z.maxLength(2000)), en: printable.check(z.maxLength(2000)) }),
  minutes: z.number(),
  groupQuestion: code,
  contact: z.object({ question: code, never: z.array(code).max(100) }).nullable(),
  sections: z.array(z.object({ code, title: words })).max(100),
  questions: z.array(draftQuestion).max(300),
}) satisfies z.ZodType<pure.Questionnaire>;
export type QuestionnaireDraft = z.infer<typeof questionnaireDraft>;

/** What is wrong with a questionnaire, or looks so, and where: positions, since codes may be doubled. */
export const questionnaireCheck = z.object({
  severity: z.enum(['error', 'advice']),
  part: z.enum(['questionnaire', 'section', 'question', 'option', 'row']),
  /** Position of the question; null where none is meant. */
  question: z.number().int().nullable(),
  /** Position of the section, or of the option or row within its question. */
  index: z.number().int().nullable(),
  field: z.string().nullable(),
  message: z.string(),
});
export type QuestionnaireCheck = z.infer<typeof questionnaireCheck>;

/** The questionnaire of a survey as its organiser works on it. */
export const questionnaireView = z.object({
  /** Of the draft: what a change is made to. */
  revision: z.number().int(),
  /** Number of the questionnaire in use. */
  version: z.number().int(),
  inUse: questionnaire,
  /** Whether anybody has answered the one in use. */
  answered: z.boolean(),
  /** Whether putting a draft into use keeps the present one as a version of its own. */
  freezes: z.boolean(),
  /** False once the round is published. */
  changeable: z.boolean(),
  draft: questionnaireDraft.nullable(),
  /** Of the draft, or of the one in use where there is none. */
  checks: z.array(questionnaireCheck),
  /** What rated questions may speak of. */
  families: z.array(z.object({ code: z.string(), name: localText })),
  /** Questionnaires that were replaced, oldest first. */
  versions: z.array(z.object({ version: z.number().int(), replacedAt: moment })),
});
export type QuestionnaireView = z.infer<typeof questionnaireView>;

const expectedRevision = z.number().int().min(0);
export const questionnaireDraftChange = z.object({ expectedRevision, draft: questionnaireDraft });
/** Use, discard, or begin anew from the template: the revision says which draft is meant. */
export const questionnaireDraftOrder = z.object({ expectedRevision });

/** Where the content of a draft came from. */
export const importedQuestionnaire = z.object({
  view: questionnaireView,
  format: z.enum(['json', 'xlsx', 'xlsform', 'limesurvey']),
  /** What could not be carried over as it stands. */
  notes: z.array(cellProblem),
});
export type ImportedQuestionnaire = z.infer<typeof importedQuestionnaire>;
