import type { ChannelKind, SurveyChannel } from '@gongping/contracts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';

const kinds = {
  open: m.channels_kind_open,
  invited: m.channels_kind_invited,
  peer: m.channels_kind_peer,
  staffed: m.channels_kind_staffed,
  paper: m.channels_kind_paper,
} satisfies Record<ChannelKind, () => string>;

const details = {
  open: m.channels_kind_open_help,
  invited: m.channels_kind_invited_help,
  peer: m.channels_kind_peer_help,
  staffed: m.channels_kind_staffed_help,
  paper: m.channels_kind_paper_help,
} satisfies Record<ChannelKind, () => string>;

const states = {
  upcoming: m.channels_state_upcoming,
  open: m.channels_state_open,
  paused: m.channels_state_paused,
  full: m.channels_state_full,
  closed: m.channels_state_closed,
} satisfies Record<SurveyChannel['state'], () => string>;

export const kindWord = (kind: ChannelKind): string => kinds[kind]();
export const kindDetail = (kind: ChannelKind): string => details[kind]();
export const stateWord = (state: SurveyChannel['state']): string => states[state]();

export function channelName({ nameZh, nameEn }: Pick<SurveyChannel, 'nameZh' | 'nameEn'>): string {
  return getLocale() === 'en' && nameEn !== '' ? nameEn : nameZh;
}
