import { z } from 'zod';
import { questionnaire } from './questionnaire.ts';
import { code, day, id, line, localText, moment, printable, unitKind } from './text.ts';

export const surveyStatus = z.enum(['upcoming', 'open', 'closed']);
const surveyUnit = z.object({ code: z.string(), name: localText, kind: unitKind });

/** What the public sees before answering. */
export const publicSurvey = z.object({
  slug: z.string(),
  title: z.string(),
  organiser: localText,
  status: surveyStatus,
  opensAt: moment,
  closesAt: moment,
  /** Day on which the results are to come out, where it is set. */
  resultsOn: day.nullable(),
  demonstration: z.boolean(),
  questionnaire,
  units: z.array(surveyUnit),
});
export type PublicSurvey = z.infer<typeof publicSurvey>;
export const publicSurveyList = z.object({
  surveys: z.array(
    publicSurvey.pick({ slug: true, title: true, status: true, closesAt: true, demonstration: true }),
  ),
});

/**
 * An answered questionnaire. An answer is an option's code, or its scale value, or codes, or text.
 */
export const surveySubmission = z.object({
  unit: z.string().min(1).max(32),
  answers: z.record(
    z.string().max(65),
    z.union([printable.max(2000), z.number(), z.array(z.string().max(64)).max(50)]),
  ),
  /** Of an invitation; it names its channel. */
  token: z.string().max(200).optional(),
  /** Code of the channel; `open` unless told. */
  channel: code.optional(),
  /** From the address of a staffed tablet. */
  secret: z.string().max(100).optional(),
  /** When and by whom the page was given out, as it came with it. */
  stamp: z.string().max(100).optional(),
  /** Proof of work by the protocol of ALTCHA, base64. */
  proof: z.string().max(1000).optional(),
  /** A field that people do not see. */
  homepage: z.string().max(500).optional(),
});
export type SurveySubmission = z.infer<typeof surveySubmission>;
export const surveyReceipt = z.object({
  receipt: z.string(),
  submittedAt: moment,
  resultsOn: day.nullable(),
});

/** The organiser's view: settings, addresses, counts. Addresses are paths below the site's origin. */
export const surveyView = z.object({
  slug: z.string(),
  title: z.string(),
  status: surveyStatus,
  opensAt: moment,
  closesAt: moment,
  revision: z.number().int(),
  questionnaire,
  path: z.string(),
  units: z.array(surveyUnit.extend({ id, path: z.string(), responses: z.number().int() })),
  responses: z.number().int(),
  /** Answers a day, oldest first. */
  byDay: z.array(z.object({ day, responses: z.number().int() })),
});
export type SurveyView = z.infer<typeof surveyView>;
export const surveyChange = z.object({
  expectedRevision: z.number().int(),
  title: line,
  opensAt: moment,
  closesAt: moment,
});

export const appraisalGroup = z.object({
  code: z.string(),
  label: localText,
  weight: z.number(),
  received: z.number().int(),
  valid: z.number().int(),
  mean: z.number().nullable(),
  counted: z.boolean(),
});
/** The social appraisal of one unit. `score` is null where it may not be printed; `reason` says why. */
export const appraisal = z.object({
  received: z.number().int(),
  valid: z.number().int(),
  score: z.number().nullable(),
  reason: z.enum(['sample-too-small', 'no-countable-group']).nullable(),
  interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  grade: z.string().nullable(),
  families: z.record(z.string(), z.number().nullable()),
  overall: z.number().nullable(),
  groups: z.array(appraisalGroup),
  questions: z.array(
    z.object({
      code: z.string(),
      answered: z.number().int(),
      dontKnow: z.number().int(),
      mean: z.number().nullable(),
      /** Option code → answers. */
      counts: z.record(z.string(), z.number().int()),
    }),
  ),
});
export type Appraisal = z.infer<typeof appraisal>;
export const appraisalList = z.object({
  minimumSample: z.number().int(),
  units: z.array(surveyUnit.extend({ appraisal })),
});
export type AppraisalList = z.infer<typeof appraisalList>;
/** Free-text answers are for the organiser only, until they have been read and cleared. */
export const commentList = z.object({
  comments: z.array(z.object({ unit: z.string(), text: z.string(), submittedAt: moment })),
});
