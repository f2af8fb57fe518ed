import type * as pure from '@gongping/questionnaire';
import { z } from 'zod';
import { code, printable } from './text.ts';

/** Words of a questionnaire in both languages; without English the Chinese words stand for them. */
const words = z.object({
  zh: printable.check(z.minLength(1), z.maxLength(500)),
  en: printable.check(z.maxLength(500)),
}) satisfies z.ZodType<pure.Words>;

export const questionOption = z.object({
  code,
  label: words,
  /** Score of an option of a scale; null for 不了解 (missing, never 0) and where options are not rated. */
  value: z.number().min(0).max(100).nullable(),
});
export type QuestionOption = z.infer<typeof questionOption>;

export const questionKind = z.enum(['single', 'multiple', 'scale', 'matrix', 'number', 'text']);
export type QuestionKind = z.infer<typeof questionKind>;

/** A question is asked where an answer to an earlier one is among the options. */
const askedIf = z.object({ question: code, options: z.array(code).min(1).max(50) });

/** A line of a matrix: a scale of its own, answered under `question.row`. */
const matrixRow = z.object({ code, text: words, family: z.string().nullable() });

export const question = z.object({
  code,
  kind: questionKind,
  text: words,
  /** The options of a choice or scale; the columns of a matrix. */
  options: z.array(questionOption).max(30),
  /** Family of the indicator system that a rated question speaks of, `overall`, or null. */
  family: z.string().nullable(),
  required: z.boolean(),
  /** A word of explanation below the question. */
  hint: words.nullable().default(null),
  /** Code of the section that it stands in. */
  section: code.nullable().default(null),
  /** All of them must hold; without any it is always asked. */
  askedIf: z.array(askedIf).max(10).default([]),
  /** Lines of a matrix; empty for the other kinds. */
  rows: z.array(matrixRow).max(30).default([]),
  /** Bounds of a number. */
  number: z
    .object({ minimum: z.number().nullable(), maximum: z.number().nullable(), whole: z.boolean() })
    .nullable()
    .default(null),
});
export type Question = z.infer<typeof question>;

export const questionnaireSection = z.object({ code, title: words });

/**
 * What is asked. Stored as it is for each version of a survey; `questionnaire.parse` fills in what questionnaires of
 * earlier versions of the product did not have.
 */
export const questionnaire = z.object({
  title: words,
  introduction: z.object({ zh: printable.check(z.maxLength(2000)), en: printable.check(z.maxLength(2000)) }),
  minutes: z.number().int().min(1).max(60),
  /** Code of the question that says which group the respondent belongs to. */
  groupQuestion: code,
  /** The question that tells who has dealt with the unit, and the options by which one says never; null: not asked. */
  contact: z
    .object({ question: code, never: z.array(code).min(1) })
    .nullable()
    .default(null),
  sections: z.array(questionnaireSection).max(30).default([]),
  questions: z.array(question).min(1).max(100),
}) satisfies z.ZodType<pure.Questionnaire>;
export type Questionnaire = z.infer<typeof questionnaire>;
