import { z } from 'zod';
import { code, id, line, moment, paragraph } from './text.ts';

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

export const surveyChannel = channelSettings.extend({
  code: z.string(),
  kind: channelKind,
  state: channelState,
  revision: z.number().int(),
  /** Path below the site's origin; null where there is no link for everybody. */
  path: z.string().nullable(),
  responses: z.object({
    counted: z.number().int(),
    held: z.number().int(),
    refused: z.number().int(),
  }),
  /** Tokens of the channel, where it has them. */
  tokens: z
    .object({ issued: z.number().int(), used: z.number().int(), revoked: z.number().int() })
    .nullable(),
});
export type SurveyChannel = z.infer<typeof surveyChannel>;
export const surveyChannelList = z.object({ channels: z.array(surveyChannel) });

/** People to invite: one token for each of them, or for each of them and each unit. */
export const newInvitation = z.object({
  title: line,
  channel: code,
  /** Codes of units; empty: the holder chooses one. */
  units: z.array(code).max(500),
  people: z
    .array(z.object({ holder: line.or(z.literal('')), email: z.email().max(200).nullable() }))
    .min(1)
    .max(5000),
  note: paragraph.optional(),
});
export type NewInvitation = z.infer<typeof newInvitation>;

/** The only time that tokens can be read: they are stored as digests. */
export const issuedTokens = z.object({
  invitationId: id,
  tokens: z.array(
    z.object({
      holder: z.string(),
      email: z.string().nullable(),
      unit: z.string().nullable(),
      token: z.string(),
      /** Path of the questionnaire with the token in it. */
      path: z.string(),
    }),
  ),
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
});
export const invitationList = z.object({ invitations: z.array(invitation) });
