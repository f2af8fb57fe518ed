import { z } from 'zod';
import { assessmentSummary } from './assessment.ts';
import { ruleInput } from './rule.ts';
import { day, id, line, moment, paragraph } from './text.ts';
import { unit } from './unit.ts';

const workingDays = (minimum: number, maximum: number) => z.number().int().min(minimum).max(maximum);

/**
 * Terms in working days. The law's are the longest (政府信息公开条例: 20 to reply and 20 more in article 33, 7 for the
 * correction notice in article 30, 15 for a third party in article 32); a place may promise less.
 */
export const requestTerms = z.object({
  reply: workingDays(1, 20),
  extension: workingDays(0, 20),
  correction: workingDays(1, 7),
  thirdParty: workingDays(1, 15),
  enquiry: workingDays(1, 30),
});
export type RequestTerms = z.infer<typeof requestTerms>;

/** A request for information (依申请公开模拟申请), or a question put to the unit (模拟咨询). */
export const mysteryKind = z.enum(['request', 'enquiry']);
export type MysteryKind = z.infer<typeof mysteryKind>;

export const mysteryChannel = z.enum([
  'online',
  'letter',
  'email',
  'fax',
  'in_person',
  'phone',
  'social_media',
]);
export type MysteryChannel = z.infer<typeof mysteryChannel>;

/** What the reply to a request has to have, and `substance` of an answer to an enquiry. */
export const replyPoint = z.enum(['content', 'reasons', 'remedies', 'seal', 'substance']);
export type ReplyPoint = z.infer<typeof replyPoint>;

/** The points that the reply to each kind is looked at for. */
export const replyPoints = {
  request: ['content', 'reasons', 'remedies', 'seal'],
  enquiry: ['substance'],
} as const satisfies Record<MysteryKind, readonly ReplyPoint[]>;

/** The days on which something happened, in the order of a request's life; null where it has not. */
export const mysteryDays = z.object({
  sentOn: day,
  /** Returned, or the channel did not work. */
  refusedOn: day.nullable(),
  /** When the unit received it (article 31). */
  receivedOn: day.nullable(),
  correctionAskedOn: day.nullable(),
  correctedOn: day.nullable(),
  /** Consulting a third party does not count (article 33). */
  consultedOn: day.nullable(),
  consultationEndedOn: day.nullable(),
  extendedOn: day.nullable(),
  repliedOn: day.nullable(),
});
export type MysteryDays = z.infer<typeof mysteryDays>;

/** What an evaluator writes down. */
export const mysteryEntry = mysteryDays.extend({
  kind: mysteryKind,
  channel: mysteryChannel,
  /** Who the unit believes to have asked, and on what pretext. */
  identity: line,
  subject: line,
  /** Points of the reply's form that are met; null before there is a reply. */
  form: z.array(replyPoint).max(10).nullable(),
  note: paragraph,
});
export type MysteryEntry = z.infer<typeof mysteryEntry>;
export const newMysteryEntry = z.object({ entry: mysteryEntry });
export const mysteryEntryChange = z.object({
  expectedRevision: z.number().int().min(1),
  entry: mysteryEntry,
});

/** Where a request stands by the calendar and the terms. */
export const mysteryState = z.enum([
  'sent',
  'silent',
  'refused',
  'processing',
  'awaiting_correction',
  'consulting',
  'overdue',
  'replied',
  'replied_late',
]);
export type MysteryState = z.infer<typeof mysteryState>;

export const mysteryFinding = z.enum(['correction_late', 'extension_late', 'consultation_long']);
export type MysteryFinding = z.infer<typeof mysteryFinding>;

export const mysteryProgress = z.object({
  state: mysteryState,
  /** Last day for what the unit has to do next, or had to do; null where it is not its turn. */
  dueOn: day.nullable(),
  /** Last day for asking the applicant to correct the request. */
  correctionDueOn: day.nullable(),
  /** Working days until `dueOn`, negative behind it; null once it is settled. */
  daysLeft: z.number().int().nullable(),
  /** True where a term reaches a year whose holidays are not arranged yet. */
  assumed: z.boolean(),
  findings: z.array(mysteryFinding),
});
export type MysteryProgress = z.infer<typeof mysteryProgress>;

export const mysteryRequest = mysteryEntry.extend({
  id,
  identity: z.string(),
  subject: z.string(),
  progress: mysteryProgress,
  revision: z.number().int(),
  updatedAt: moment,
  updatedBy: z.string(),
});
export type MysteryRequest = z.infer<typeof mysteryRequest>;

/** What the log says of a leaf. Only `ready` can be taken over. */
export const mysteryProposal = z.object({
  indicator: z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
  state: z.enum(['ready', 'waiting', 'none']),
  /** The sentence that would be the reason; else why nothing is proposed. */
  sentence: z.string(),
  input: ruleInput.nullable(),
  marks: z.number().nullable(),
  fullMarks: z.number(),
  /** Public messages have to be counted besides (C2-4). */
  needsMessages: z.boolean(),
  /** The score as it stands, for whoever scores the leaf or oversees; null for others. */
  standing: z
    .object({
      revision: z.number().int(),
      state: z.enum(['unscored', 'scored', 'not_applicable']),
      marks: z.string().nullable(),
      /** True where it says what is proposed. */
      same: z.boolean(),
    })
    .nullable(),
  /** Whether the person may take it over now. */
  adoptable: z.boolean(),
});
export type MysteryProposal = z.infer<typeof mysteryProposal>;

/** Public messages that were looked at beside the test enquiries, by what became of them. */
const messageCount = z.number().int().min(0).max(1000);
export const countedMessages = z.object({ inTime: messageCount, late: messageCount, none: messageCount });
export type CountedMessages = z.infer<typeof countedMessages>;

export const mysteryAdoption = z.object({
  expectedRevision: z.number().int().min(0),
  messages: countedMessages.nullable(),
});

export const mysterySummary = z.object({
  unit,
  requests: z.number().int(),
  enquiries: z.number().int(),
  /** Entries for which the unit is late. */
  late: z.number().int(),
  /** Entries on which something is still to come. */
  open: z.number().int(),
  /** The next last day among them. */
  nextDueOn: day.nullable(),
  ready: z.number().int(),
});
export const mysteryLogs = z.object({
  assessment: assessmentSummary,
  terms: requestTerms,
  units: z.array(mysterySummary),
  /** Whether the person may change the terms. */
  mayChangeTerms: z.boolean(),
});
export type MysteryLogs = z.infer<typeof mysteryLogs>;

export const mysteryLog = z.object({
  assessment: assessmentSummary,
  terms: requestTerms,
  unit,
  entries: z.array(mysteryRequest),
  proposals: z.array(mysteryProposal),
  /** Whether the person may write in the log now. */
  writable: z.boolean(),
  /** The day that everything is counted for. */
  today: day,
});
export type MysteryLog = z.infer<typeof mysteryLog>;
