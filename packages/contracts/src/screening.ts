import { z } from 'zod';
import { line, moment } from './text.ts';

/** Why an answer is looked at before it counts. */
export const screeningSign = z.enum([
  /** A field that people do not see was filled in. */
  'honeypot',
  /** Faster than anybody reads. */
  'too-fast',
  /** Far more answers about the unit in a short time than before and after. */
  'burst',
  /** Many answers from one origin in a day. */
  'same-origin',
  /** The same words as other answers. */
  'copied-text',
  /** The same answer to everything, among many alike. */
  'straight-line',
  /** The same answers to everything as many others. */
  'same-answers',
  /** Sent without the work that the channel asks for, by a browser that could have done it. */
  'no-proof',
]);
export type ScreeningSign = z.infer<typeof screeningSign>;

export const responseState = z.enum(['counted', 'held', 'refused']);
export type ResponseState = z.infer<typeof responseState>;

/** An answer that is or was held, for the organiser. It names nobody. */
export const heldResponse = z.object({
  id: z.uuid(),
  unit: z.string(),
  channel: z.string(),
  state: responseState,
  signs: z.array(screeningSign),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  seconds: z.number().int().nullable(),
  submittedAt: moment,
  /** Answers of the same origin that day; null where there is none. */
  alike: z.number().int().nullable(),
});
export type HeldResponse = z.infer<typeof heldResponse>;

export const heldQuery = z.object({
  state: responseState.default('held'),
  sign: screeningSign.optional(),
  unit: z.string().max(32).optional(),
  channel: z.string().max(32).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type HeldQuery = z.infer<typeof heldQuery>;
/** A decision that was taken: it can be undone as a whole. */
export const pastDecision = z.object({
  id: z.uuid(),
  decision: z.enum(['count', 'refuse']),
  reason: z.string(),
  by: z.string(),
  at: moment,
  /** Answers that had another state before. */
  changed: z.number().int(),
  undone: z.boolean(),
});
export type PastDecision = z.infer<typeof pastDecision>;

export const heldList = z.object({
  responses: z.array(heldResponse),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  /** Held answers by sign; one may have several. */
  bySign: z.partialRecord(screeningSign, z.number().int()),
  /** The last ones, newest first. */
  decisions: z.array(pastDecision),
});
export type HeldList = z.infer<typeof heldList>;

/** A decision on some answers, or on all of those that a filter names. It can be taken again the other way. */
const decided = { decision: z.enum(['count', 'refuse']), reason: line };
export const heldDecision = z.union([
  z.object({ ...decided, responses: z.array(z.uuid()).min(1).max(1000) }),
  z.object({ ...decided, filter: heldQuery.omit({ page: true }) }),
]);
export type HeldDecision = z.infer<typeof heldDecision>;
/** How many answers have another state now, and by which decision; null where none has. */
export const heldDecided = z.object({ changed: z.number().int(), decision: z.uuid().nullable() });
export const heldUndone = z.object({ changed: z.number().int() });
