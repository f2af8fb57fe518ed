import type {
  MysteryChannel,
  MysteryFinding,
  MysteryKind,
  MysteryState,
  ReplyPoint,
} from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

export const kindWords = { request: m.mystery_request, enquiry: m.mystery_enquiry } satisfies Record<
  MysteryKind,
  () => string
>;

export const channelWords = {
  online: m.mystery_channel_online,
  letter: m.mystery_channel_letter,
  email: m.mystery_channel_email,
  fax: m.mystery_channel_fax,
  in_person: m.mystery_channel_in_person,
  phone: m.mystery_channel_phone,
  social_media: m.mystery_channel_social_media,
} satisfies Record<MysteryChannel, () => string>;

export const stateWords = {
  sent: m.mystery_state_sent,
  silent: m.mystery_state_silent,
  refused: m.mystery_state_refused,
  processing: m.mystery_state_processing,
  awaiting_correction: m.mystery_state_awaiting_correction,
  consulting: m.mystery_state_consulting,
  overdue: m.mystery_state_overdue,
  replied: m.mystery_state_replied,
  replied_late: m.mystery_state_replied_late,
} satisfies Record<MysteryState, () => string>;

/** What is to the unit's disadvantage stands out; what is still open is neutral. */
export const stateTones = {
  sent: 'neutral',
  silent: 'ochre',
  refused: 'ochre',
  processing: 'neutral',
  awaiting_correction: 'neutral',
  consulting: 'neutral',
  overdue: 'ochre',
  replied: 'ink',
  replied_late: 'ochre',
} as const satisfies Record<MysteryState, string>;

export const findingWords = {
  correction_late: m.mystery_finding_correction_late,
  extension_late: m.mystery_finding_extension_late,
  consultation_long: m.mystery_finding_consultation_long,
} satisfies Record<MysteryFinding, () => string>;

export const pointWords = {
  content: m.mystery_point_content,
  reasons: m.mystery_point_reasons,
  remedies: m.mystery_point_remedies,
  seal: m.mystery_point_seal,
  substance: m.mystery_point_substance,
} satisfies Record<ReplyPoint, () => string>;

/** The days of an entry in the order of its life. */
export const dayWords = {
  sentOn: m.mystery_sent_on,
  refusedOn: m.mystery_refused_on,
  receivedOn: m.mystery_received_on,
  correctionAskedOn: m.mystery_correction_asked_on,
  correctedOn: m.mystery_corrected_on,
  consultedOn: m.mystery_consulted_on,
  consultationEndedOn: m.mystery_consultation_ended_on,
  extendedOn: m.mystery_extended_on,
  repliedOn: m.mystery_replied_on,
} as const;
export type DayName = keyof typeof dayWords;
export const dayNames = Object.keys(dayWords) as DayName[];

/** Steps that only requests for information have. */
export const requestSteps: ReadonlySet<DayName> = new Set([
  'receivedOn',
  'correctionAskedOn',
  'correctedOn',
  'consultedOn',
  'consultationEndedOn',
  'extendedOn',
]);
