import { z } from 'zod';
import { questionnaire } from './questionnaire.ts';
import { channelKind } from './survey-channel.ts';
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

/** Who asks for a page: a holder of a token, a staffed tablet, or anybody. */
export const surveyPageRequest = z.object({
  token: z.string().max(200).optional(),
  channel: code.optional(),
  secret: z.string().max(100).optional(),
});

/** What a page of a survey is given with: nothing of it names the person. */
export const surveyPage = z.object({
  /** Another one whenever a page of the survey looks different: pages with the same mark may be kept. */
  mark: z.string(),
  stamp: z.string(),
  /** The work that a browser does, by the protocol of ALTCHA (version 1); null where none is asked for. */
  challenge: z
    .object({
      algorithm: z.literal('SHA-256'),
      challenge: z.string(),
      salt: z.string(),
      signature: z.string(),
      maxnumber: z.number().int(),
    })
    .nullable(),
  channel: z.object({ code: z.string(), kind: channelKind, name: localText }),
  /** The only unit that a token is for; null where the respondent chooses. */
  unit: z.string().nullable(),
});
export type SurveyPage = z.infer<typeof surveyPage>;

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

/** Number of answers; null in public where they are so few that somebody could be told from them. */
const answers = z.number().int().nullable();
const interval = z.object({ lower: z.number(), upper: z.number() }).nullable();

export const appraisalGroup = z.object({
  code: z.string(),
  label: localText,
  weight: z.number(),
  received: answers,
  valid: answers,
  mean: z.number().nullable(),
  counted: z.boolean(),
});

/** Answers by what became of them. */
export const responseStates = z.object({
  counted: z.number().int(),
  held: z.number().int(),
  refused: z.number().int(),
});

const contactSide = z.object({ received: answers, valid: answers, mean: z.number().nullable() });

/**
 * The social appraisal of one unit. `score` is null where it may not be printed; `reason` says why. What is optional is
 * missing from what earlier versions of the product have published.
 */
export const appraisal = z.object({
  received: z.number().int(),
  valid: z.number().int(),
  score: z.number().nullable(),
  reason: z.enum(['sample-too-small', 'no-countable-group']).nullable(),
  interval,
  grade: z.string().nullable(),
  families: z.record(z.string(), z.number().nullable()),
  overall: z.number().nullable(),
  groups: z.array(appraisalGroup),
  questions: z.array(
    z.object({
      code: z.string(),
      answered: answers,
      dontKnow: answers,
      mean: z.number().nullable(),
      /** Option code → answers. */
      counts: z.record(z.string(), answers),
      /** Options of a scale that are no rating: 不了解. */
      unrated: z.array(z.string()).optional(),
      /** Several options may be chosen: shares are of those who answered, and add up to more than all. */
      several: z.boolean().optional(),
    }),
  ),
  /** As it would be if answers that were held back or refused counted. */
  raw: z
    .object({
      received: z.number().int(),
      valid: z.number().int(),
      score: z.number().nullable(),
      interval,
    })
    .optional(),
  states: responseStates.optional(),
  channels: z
    .array(z.object({ code: z.string(), name: localText, counted: answers, held: answers, refused: answers }))
    .optional(),
  /** Cronbach's α of the rated questions, over those who answered all of them. */
  alpha: z.number().nullable().optional(),
  /** Those who say that they have dealt with the unit and those who never have, apart; null where it is not asked. */
  contact: z.object({ dealt: contactSide, never: contactSide }).nullable().optional(),
  /** The mean with answers weighted to known totals of the population, beside the score; null without such totals. */
  weighted: z
    .object({
      mean: z.number().nullable(),
      /** Kish's design effect of the weights, and how many answers of equal weight would be as good. */
      designEffect: z.number().nullable(),
      effectiveSize: z.number().nullable(),
      /** Why there is none: nobody of a category answered, or the weights do not settle. */
      reason: z.enum(['empty-category', 'not-converged']).nullable(),
    })
    .nullable()
    .optional(),
});
export type Appraisal = z.infer<typeof appraisal>;
export const appraisalList = z.object({
  minimumSample: z.number().int(),
  units: z.array(
    surveyUnit.extend({
      appraisal,
      /** What was published the year before; null where nothing was. */
      previous: z
        .object({
          year: z.number().int(),
          score: z.number().nullable(),
          interval,
          /** Means of rated questions that were asked in the same words with the same options; none without a score. */
          means: z.record(z.string(), z.number()),
        })
        .nullable(),
    }),
  ),
});
export type AppraisalList = z.infer<typeof appraisalList>;
