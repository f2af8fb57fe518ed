import { z } from 'zod';
import { mailLanguage } from './inbox.ts';
import { code, id, line, moment } from './text.ts';

/** `open` for everybody; `invited` and `peer` by single-use token; `staffed` on a tablet; `paper` keyed in by staff. */
export const channelKind = z.enum(['open', 'invited', 'peer', 'staffed', 'paper']);
export type ChannelKind = z.infer<typeof channelKind>;

/** What the organiser sets for a channel. */
export const channelSettings = z.object({
  nameZh: line,
  nameEn: line,
  /** Option of the group question that everybody of the channel belongs to; null where they say it themselves. */
  group: code.nullable(),
  /** Hours of its own, within those of the survey; null: the survey's. */
  opensAt: moment.nullable(),
  closesAt: moment.nullable(),
  paused: z.boolean(),
  /** Answers that it takes at the most, those held back not counted; null without a limit. */
  quota: z.number().int().min(1).max(10_000_000).nullable(),
  /** Whether a browser must do some work before it may send. */
  proof: z.boolean(),
});
export type ChannelSettings = z.infer<typeof channelSettings>;

export const newChannel = channelSettings.extend({ code, kind: channelKind });
export const channelChange = channelSettings.extend({ expectedRevision: z.number().int() });

/** `full` has reached its quota. */
export const channelState = z.enum(['upcoming', 'open', 'paused', 'full', 'closed']);

/** Answers of a channel by what became of them. */
const answersByState = z.object({
  counted: z.number().int(),
  held: z.number().int(),
  refused: z.number().int(),
});

export const surveyChannel = channelSettings.extend({
  code: z.string(),
  kind: channelKind,
  state: channelState,
  revision: z.number().int(),
  /** Path below the site's origin; null where there is no link for everybody. */
  path: z.string().nullable(),
  /** Whether a tablet has been given its address (staffed). */
  hasAddress: z.boolean(),
  responses: answersByState,
  /** Tokens of the channel, where it has them. */
  tokens: z
    .object({ issued: z.number().int(), used: z.number().int(), revoked: z.number().int() })
    .nullable(),
});
export type SurveyChannel = z.infer<typeof surveyChannel>;
/** In their order. */
export const surveyChannelList = z.object({ channels: z.array(surveyChannel) });
export type SurveyChannelList = z.infer<typeof surveyChannelList>;
export const channelOrder = z.object({ codes: z.array(code).min(1).max(100) });

/** The only time that a tablet's address can be read; the one before no longer works. */
export const tabletAddress = z.object({ path: z.string() });

const email = z.email().max(200);

/** Somebody to invite; the unit is of their own, where they are asked about one only. */
const invitee = z.object({
  holder: line.or(z.literal('')),
  email: email.nullable(),
  unit: code.nullable(),
});
export type Invitee = z.infer<typeof invitee>;
/** A list of people as it was read from a workbook, a CSV file or pasted text. */
export const inviteeList = z.object({ people: z.array(invitee) });

/** Tokens of one issue at the most: more are printed in several runs. */
export const mostTokens = 10_000;

/** People to invite: one token for each of them, or for each of them and each unit. */
export const newInvitation = z.object({
  title: line,
  channel: code,
  /** Codes of the units that those without a unit of their own are asked about; empty: they choose one. */
  units: z.array(code).max(500),
  people: z.array(invitee).min(1).max(5000),
});
export type NewInvitation = z.infer<typeof newInvitation>;

const issuedToken = z.object({
  holder: z.string(),
  email: z.string().nullable(),
  unit: z.string().nullable(),
  token: z.string(),
  /** Path of the questionnaire with the token in it. */
  path: z.string(),
});
/** The only time that tokens can be read: they are stored as digests. */
export const issuedTokens = z.object({
  invitationId: id,
  tokens: z.array(issuedToken),
});
export type IssuedTokens = z.infer<typeof issuedTokens>;

export const invitation = z.object({
  id,
  title: z.string(),
  channel: z.string(),
  createdAt: moment,
  tokens: z.number().int(),
  used: z.number().int(),
  revoked: z.number().int(),
  /** Tokens in use whose holders have no e-mail address. */
  withoutAddress: z.number().int(),
});
export type Invitation = z.infer<typeof invitation>;
/** Newest first. */
export const invitationList = z.object({ invitations: z.array(invitation) });

/** `none`: nothing has been sent to them by e-mail. */
export const invitationMailState = z.enum(['none', 'waiting', 'sent', 'failed']);
export type InvitationMailState = z.infer<typeof invitationMailState>;

/** A token as its organiser sees it: never whether it was used, so that nobody learns who answered when. */
export const holderToken = z.object({
  /** Names the token in requests; it cannot be used to answer. */
  id: z.string(),
  holder: z.string(),
  email: z.string().nullable(),
  unit: z.string().nullable(),
  revoked: z.boolean(),
  mail: invitationMailState,
  /** Code of what went wrong with the last attempt, `EENVELOPE 550`; null where nothing did. */
  mailFailure: z.string().nullable(),
});
export type HolderToken = z.infer<typeof holderToken>;
export const invitationView = invitation.extend({ holders: z.array(holderToken) });
export type InvitationView = z.infer<typeof invitationView>;

/** Tokens by their ids. */
export const chosenTokens = z.object({
  tokens: z
    .array(z.string().regex(/^[\w-]{43}$/))
    .min(1)
    .max(mostTokens),
});
export const withdrawnTokens = z.object({ withdrawn: z.number().int() });

/** How the invitations of a channel go by e-mail; withdrawn tokens do not count. */
export const invitationMails = z.object({
  /** Whether a mail server is set. */
  enabled: z.boolean(),
  /** Holders with an address to whom nothing has been sent. */
  unsent: z.number().int(),
  waiting: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  withoutAddress: z.number().int(),
  /** Those that failed or are tried again, the first hundred. */
  failures: z.array(
    z.object({
      invitationId: id,
      holder: z.string(),
      unit: z.string().nullable(),
      failure: z.string(),
      isGivenUp: z.boolean(),
    }),
  ),
});
export type InvitationMails = z.infer<typeof invitationMails>;

/** To whom of a channel: those who were sent nothing, or those whose e-mail failed. */
export const newInvitationMails = z.object({ to: z.enum(['unsent', 'failed']), language: mailLanguage });
export const chosenMails = chosenTokens.extend({ language: mailLanguage });
/** How many go out now. */
export const queuedMails = z.object({ queued: z.number().int() });
