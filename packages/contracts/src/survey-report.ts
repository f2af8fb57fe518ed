import { z } from 'zod';
import { responseStates } from './survey.ts';
import { code, id, localText, moment, printable } from './text.ts';

/** How a survey is going, from the counts: some seconds behind. */
export const surveyDashboard = z.object({
  /** Null before anything was counted. */
  countedAt: moment.nullable(),
  total: responseStates,
  /** The last three days with any answers, hour by hour, oldest first; hours without are left out. */
  hours: z.array(responseStates.extend({ hour: moment })),
  channels: z.array(responseStates.extend({ code: z.string(), name: localText })),
  units: z.array(responseStates.extend({ code: z.string(), name: localText })),
});
export type SurveyDashboard = z.infer<typeof surveyDashboard>;

export const personalSpan = z.object({
  start: z.number().int(),
  end: z.number().int(),
  kind: z.enum(['phone', 'identity', 'plate', 'email', 'name']),
});

/** An answer in words. For the organiser only; what may be public is `review.redacted`, once somebody has confirmed it. */
export const comment = z.object({
  id,
  question: z.string(),
  unit: z.string(),
  text: z.string(),
  submittedAt: moment,
  /** What seems to tell who is meant. */
  personal: z.array(personalSpan),
  review: z.object({ redacted: z.string(), published: z.boolean(), by: z.string(), at: moment }).nullable(),
});
export type Comment = z.infer<typeof comment>;

export const commentQuery = z.object({
  unit: z.string().max(32).optional(),
  /** `open`: nobody has looked at it yet. */
  state: z.enum(['all', 'open', 'published', 'withheld']).default('all'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type CommentQuery = z.infer<typeof commentQuery>;
export const commentList = z.object({
  comments: z.array(comment),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});
export type CommentList = z.infer<typeof commentList>;

/** What may be printed of an answer in words, and whether it may. */
export const commentReview = z.object({
  question: code,
  redacted: printable.check(z.maxLength(2000)),
  published: z.boolean(),
});
export type CommentReview = z.infer<typeof commentReview>;

/** What is known of the population: question → option → number, or share. */
const margins = z
  .record(z.string().max(65), z.record(z.string().max(64), z.number().min(0).max(1e12)))
  .nullable();
export const surveyMargins = z.object({ revision: z.number().int(), margins });
export type SurveyMargins = z.infer<typeof surveyMargins>;
export const surveyMarginsChange = z.object({ expectedRevision: z.number().int(), margins });
export type SurveyMarginsChange = z.infer<typeof surveyMarginsChange>;
